import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';

export interface Visitor {
  readonly name: string;
  readonly csrf: string;
  readonly mayAdminister: boolean;
}

interface LayoutProps {
  readonly title: string;
  readonly association: string;
  readonly visitor?: Visitor;
  readonly children: ComponentChildren;
}

const pagesFor = ({ mayAdminister }: Visitor): readonly (readonly [href: string, title: string])[] => [
  ['/', 'Ask'],
  ['/build', 'Build a list'],
  ['/proposals', 'Proposals'],
  ['/tokens', 'AI clients'],
  ...(mayAdminister ? [['/administration', 'Administration'] as const] : []),
];

function Layout({ title, association, visitor, children }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${association}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/style.css" />
        <meta name="htmx-config" content='{"includeIndicatorCSS": false, "history": false}' />
        <script src="/assets/htmx.js" defer />
        <script src="/assets/console.js" defer />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to content
        </a>
        <header class="top">
          <a class="name" href="/">
            {association} copilot
          </a>
          <nav aria-label="Pages">
            {visitor &&
              pagesFor(visitor).map(([href, label]) => (
                <a href={href} key={href} aria-current={label === title ? 'page' : undefined}>
                  {label}
                </a>
              ))}
          </nav>
          {visitor && (
            <form method="post" action="/sign-out">
              <Csrf token={visitor.csrf} />
              <span class="small">{visitor.name}</span>
              <button type="submit" class="link small">
                Sign out
              </button>
              <button type="submit" class="link small" formaction="/sign-out-everywhere">
                everywhere
              </button>
            </form>
          )}
        </header>
        <div id="alerts" aria-live="assertive" />
        <main id="main" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  );
}

/** The proof, in every form, that it was our own page that sent it. */
export const Csrf = ({ token }: { readonly token: string }) => <input type="hidden" name="csrf" value={token} />;

/** A whole page as HTML text; everything in it is escaped. */
export const renderPage = (props: LayoutProps): string => `<!doctype html>${render(<Layout {...props} />)}`;
