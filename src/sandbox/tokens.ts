/* Sign-in by password grant, and which account a bearer token stands for. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { type AccountRight, type Accounts, signIn } from './accounts.js';
import type { Answer } from './answer.js';

/** What users report whatever the setting. */
const LIFE_SECONDS = 1199;

export interface Tokens {
  /** POST /token with a form body. */
  grant(form: string): Answer;
  /** The account of an Authorization header, or undefined when it names no good token. */
  holder(authorization: string | undefined): AccountRight | undefined;
  /** Forgets the token of a header before its time. */
  forget(authorization: string | undefined): void;
}

export function createTokens(accounts: Accounts, clock: Clock): Tokens {
  const held = new Map<string, { readonly right: AccountRight; readonly endsAt: number }>();
  return {
    grant(form) {
      // Field names are taken in any case.
      const fields = new Map([...new URLSearchParams(form)].map(([name, value]) => [name.toLowerCase(), value]));
      if (fields.get('grant_type') !== 'password')
        return { status: 400, body: { error: 'unsupported_grant_type' }, reason: 'Bad Request' };
      const right = signIn(accounts, fields.get('username') ?? '', fields.get('password') ?? '');
      if (right === undefined)
        return {
          status: 400,
          reason: 'Bad Request',
          body: { error: 'invalid_grant', error_description: 'The user name or password is incorrect.' },
        };
      const issued = clock.now();
      const ends = new Date(issued.getTime() + LIFE_SECONDS * 1000);
      const value = `AAEC${randomBytes(32).toString('base64url')}`;
      for (const [token, { endsAt }] of held) if (endsAt <= issued.getTime()) held.delete(token);
      held.set(value, { right, endsAt: ends.getTime() });
      return {
        status: 200,
        body: {
          access_token: value,
          token_type: 'bearer',
          expires_in: LIFE_SECONDS,
          userName: accounts[right].user.toUpperCase(),
          '.issued': issued.toUTCString(),
          '.expires': ends.toUTCString(),
        },
      };
    },
    holder(authorization) {
      const token = held.get(bearer(authorization));
      return token !== undefined && token.endsAt > clock.now().getTime() ? token.right : undefined;
    },
    forget(authorization) {
      held.delete(bearer(authorization));
    },
  };
}

const bearer = (authorization: string | undefined): string => /^bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
