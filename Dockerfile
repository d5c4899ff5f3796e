# The copilot: compiled code, the packages it needs at run time, and the files it reads. Nothing is configured here but
# where it listens and keeps its data; secrets come as files when it runs (NAME_FILE), never into a layer.
FROM node:24-bookworm-slim AS base
WORKDIR /app

FROM base AS build
COPY package.json package-lock.json ./
# Packages run no scripts of their own at installation: the only ones fetch tools of development.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY tools tools
RUN npm run build && chmod a+x dist/src/commands/cli.js

FROM base AS dependencies
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM base
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=3978
ENV DATA_DIR=/data
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY prompts prompts
COPY src/store/migrations src/store/migrations
COPY src/surfaces/console/assets src/surfaces/console/assets
# `docker compose exec copilot imis-copilot doctor`; the data folder belongs to the account that runs, nothing else does.
RUN ln -s /app/dist/src/commands/cli.js /usr/local/bin/imis-copilot && install -d -o node -g node -m 0700 /data
VOLUME /data
USER node
EXPOSE 3978
# Alive, not ready: a first sync takes minutes and must not have the container ended.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# node itself is the process that gets SIGTERM: it ends the sync and closes the database before it goes.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/dist/src/commands/cli.js"]
CMD ["start"]
