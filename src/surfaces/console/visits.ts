/* Who is at the other end of a request: looked up at every one, so that a right that was lost is lost at once. */
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import type { Actor } from '../../domain/actor.js';
import { ExpectedError } from '../../errors.js';
import { ForeignRequest, isSame } from './guard.js';
import { renderPage } from './pages/layout.js';
import type { ConsoleParts, SignedIn } from './parts.js';
import { sessionOf } from './session.js';

export class NotSignedIn extends ExpectedError {
  readonly kind = 'not_signed_in';
  constructor() {
    super('You are not signed in.', 'Open the start page and sign in.');
  }
}

class NotAnAdministrator extends ExpectedError {
  readonly kind = 'not_permitted';
  constructor() {
    super('This page is for administrators.', 'Ask an administrator, or sign in as one.');
  }
}

export type Visit = SignedIn & { readonly csrf: string };

export interface Visits {
  /** Undefined for a visitor. */
  of(request: Request): Promise<Visit | undefined>;
  /** Throws NotSignedIn, and ForeignRequest for a form that is not of this session. */
  must(request: Request): Promise<Visit>;
  /** The same for somebody who may look at how the house is run. */
  mustAdminister(request: Request): Promise<Visit>;
  page(response: Response, title: string, children: VNode, visit?: Visit): void;
}

export const mayAdminister = ({ permissions }: Actor): boolean =>
  permissions.has('settings.manage') || permissions.has('audit.read');

export function visitsOf(parts: ConsoleParts): Visits {
  const of = async (request: Request): Promise<Visit | undefined> => {
    const session = await sessionOf(parts.database, parts.clock, request);
    if (!session) return undefined;
    try {
      return { ...(await parts.signedIn(session.memberId)), csrf: session.csrf };
    } catch (error) {
      // Whoever lost the role since signing in is a visitor again.
      if (error instanceof ExpectedError) return undefined;
      throw error;
    }
  };
  const must = async (request: Request): Promise<Visit> => {
    const visit = await of(request);
    if (!visit) throw new NotSignedIn();
    if (request.method === 'POST' && !isSame(request.body?.csrf, visit.csrf))
      throw new ForeignRequest('its form is not of this session');
    return visit;
  };
  return {
    of,
    must,
    async mustAdminister(request) {
      const visit = await must(request);
      if (!mayAdminister(visit.actor)) throw new NotAnAdministrator();
      return visit;
    },
    page(response, title, children, visit) {
      response.type('html').send(
        renderPage({
          title,
          association: parts.association,
          children,
          ...(visit && {
            visitor: { name: visit.name, csrf: visit.csrf, mayAdminister: mayAdminister(visit.actor) },
          }),
        }),
      );
    },
  };
}

/** A request for a part of a page, not a whole one. */
export const isPart = (request: Request): boolean => request.headers['hx-request'] === 'true';
