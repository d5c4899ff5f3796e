/** What staff say of renewal settings, plans, certification, value, consent and bounces: whole conditions. */
import type { Definition } from './definition.js';
import type { Phrase } from './leaves.js';
import { said } from './said.js';

const flag = (field: string, is: boolean): Definition => ({ op: 'field', field, test: { is } });
const recorded = (field: string, is: boolean): Definition => ({ op: 'field', field, test: { recorded: is } });
const number = (field: string, is: 'gt' | 'gte' | 'lt' | 'eq', value: number): Definition => ({
  op: 'field',
  field,
  test: { is, value },
});
const reachable = (channel: 'email' | 'sms' | 'phone' | 'post'): Definition => ({
  op: 'contactable',
  channel,
  purpose: 'all',
});

/** Each verb with each of its objects: "sign up for auto renew". */
const crossed = (verbs: string, objects: string): string[] =>
  said(objects).flatMap((object) => said(verbs).map((verb) => `${verb} ${object}`));

const autoRenew =
  'auto renew, auto renewal, autorenew, autorenewal, automatic renewal, auto renewing, automatic renewals, auto pay, autopay, recurring billing, auto billing, auto bill, auto renewals, recurring payments, recurring payment, automatic payments, automatic billing';
const plan =
  'payment plan, a payment plan, payment plans, an installment plan, installment plan, an instalment plan, instalment plan, installments, instalments, a monthly plan, monthly installments, monthly instalments, monthly payments';
const emails =
  'email, emails, e mail, e mails, our email, our emails, email from us, mailings, our mailings, marketing, marketing emails, marketing email, newsletters, our newsletter, the newsletter, email marketing, communications, our communications, all emails, email communications, all email, mass email, bulk email, messages';

export const standingPhrases: readonly Phrase[] = [
  {
    words: [
      ...crossed(
        'on, with, using, signed up for, set up for, enrolled in, set to, set up on, have, has, having, put themselves on, ~put themselves on, signed themselves up for, opted into, opted in to, ~use, ~turn on, turned on, who use, ~enable, enabled, who are on, enrolled for',
        autoRenew,
      ),
      ...said(`
        auto renewing, autorenewing, auto renewers, auto renewer, ~auto renew, ~autorenew, renewing automatically, ~renew automatically, automatically renewing, set to renew automatically, set to auto renew, set to autorenew, set for auto renew, set for auto renewal, set up to renew automatically, set up to auto renew, will renew automatically, going to renew automatically, ~renew by themselves, renewing by themselves, ~renew on their own, with automatic renewal set, with automatic renewal on, auto renew is on, auto renewal is on, auto renew on, autorenew on, auto renewal on, auto renew
        enabled, autorenew enabled, auto renewal enabled, auto renew turned on, auto renew switched on, whose membership renews automatically, auto renew *member, automatically renew
      `),
    ],
    definition: flag('auto_renew', true),
  },
  {
    words: [
      ...crossed(
        'not on, without, not using, not signed up for, not set up for, no, not enrolled in, off, opted out of, opted out from, turned off, ~turn off, ~switch off, switched off, ~disable, disabled, ~cancel their, not opted into',
        autoRenew,
      ),
      ...said(
        'auto renew is off, auto renewal is off, auto renew off, autorenew off, auto renewal off, auto renew disabled, auto renew turned off, auto renew switched off, autorenew is off, not auto renewing, not renewing automatically, not set to renew automatically, not set to auto renew, not set to autorenew, not set for auto renew, not set for auto renewal, not set up to renew automatically, not going to renew automatically, without automatic renewal set, with automatic renewal off, auto renew not set, auto renew not on, auto renewal not on, manual renewers, renewing manually, ~renew manually, on manual renewal, manual renewal',
      ),
    ],
    definition: flag('auto_renew', false),
  },
  {
    words: [
      ...crossed(
        'on, with, using, paying by, paying on, paying in, pay in, pays in, paying via, paying through, paying with, ~pay by, ~pay on, have, has, having, set up on, signed up for, enrolled in, who have, in',
        plan,
      ),
      ...said(
        'payment plan, payment plans, installment plan, instalment plan, installment *member, paying monthly, ~pay monthly, paying over time, ~pay over time, paying by the month, paying in parts, ~pay by installment, ~pay by instalment, monthly payers, monthly *payer, installment *payer',
      ),
    ],
    definition: flag('payment_plan', true),
  },
  {
    words: [
      ...crossed('not on, without, no, not using, not paying by, not paying in', plan),
      ...said('not paying monthly, paying in full, ~pay in full, paid in full'),
    ],
    definition: flag('payment_plan', false),
  },
  {
    words: said(`
      certs, a cert, cert, with a cert, ~hold a cert, ~have a cert, with certs, holding a cert, cert *holder, any cert, ~hold one of our certifications, ~hold at least one certification, ~hold certification, with our certification, ~be certified, still certified, actually certified, certified people, certified folks, certified, credentialed, credentialled, with a certification, with any certification, with certifications, a certification, any certification, ~hold a certification, ~hold any certification, ~hold certifications, ~hold a credential, ~have a certification, ~have any certification, ~have a credential, with a
      credential, with credentials, with a certificate, holding a certification, certificate *holder, certification *holder, credential *holder, certified *member, ~earn a certification, ~earn their certification, ~earn a credential, ~get certified, got certified, who are certified, currently certified, certificants, *certificant, *designee
    `),
    definition: recorded('certification', true),
  },
  {
    words: said(
      'no cert, no certs, without a cert, without certs, not holding a certification, not holding any certification, hold no certification, holds no certification, holding no certification, held no certification, hold no credential, have no certification, has no certification, having no certification, with no cert, without any credential, yet to be certified, not yet certified, never certified, uncertified, not certified, without a certification, without any certification, without certification, without a credential, no certification, no credential, with no certification, non certified, not credentialed, with no credential, no certifications',
    ),
    definition: recorded('certification', false),
  },
  {
    words: said(`
      working toward certification, working towards certification, working on certification, working on a certification, working toward a certification, working towards a certification, in progress toward certification, certification in progress, with a certification in progress, pursuing
      certification, pursuing a certification, studying for certification, studying for a certification, certification *candidate, certification *candidates, in the certification program, going for certification, partway through certification, halfway to certification, partially certified, in the certification process, in progress with certification, on the path to certification
    `),
    definition: recorded('certification_in_progress', true),
  },
  {
    words: said(`
      of high value, high value, high value *member, highest value, most valuable, our best, *vip, key *account, key *member, major *account, high dollar, high worth, top value, valuable, premium customers, big value, high valued, high net value
    `),
    definition: flag('high_value', true),
    note: 'high value: the top fifth of the tier by yearly dues and other revenue',
  },
  {
    words: said('not of high value, low value, not high value, lower value, low value *member'),
    definition: flag('high_value', false),
  },
  {
    words: said(`
      rejoined, rejoined after they lapsed, rejoined after lapsing, rejoined after having lapsed, rejoined after they had lapsed, rejoined after they were lapsed, rejoined after they was lapsed, rejoined after being lapsed, came back after they lapsed, came back after having lapsed, came back after they had lapsed, came back after they left, came back to membership, returned to membership, came back into membership, came back into the fold, returned to the fold, ~rejoin, who rejoined, ~re join, re joined, rejoined after a lapse, who rejoined after a lapse, came back, who came back, ~come back, ~come back to us, came back to us, came back after lapsing, came back after a lapse, came back after leaving, ~return after lapsing, returned after lapsing, returned after a
      lapse, returned after leaving, *rejoiner, *returner, win *back, winback, won back, wonback, *winback, boomerangs, *boomerang, boomerang *member, reinstated, ~reinstate, lapsed and came back, left and came back, lapsed then came back, lapsed and rejoined, lapsed but came back, lapsed but rejoined, left but came back, reactivated, reactivated *member, returned to us, back after a lapse, back
      after lapsing, recovered *member, had lapsed before, previously lapsed but back, joined again, joined us again, signed up again
    `),
    definition: flag('rejoined', true),
    note: 'came back: rejoined after a lapse',
  },
  {
    words: said(
      'who never rejoined after a lapse, never rejoined, never lapsed, who never lapsed, without a lapse, without ever lapsing, without a break in membership, with no break in membership, without a gap in membership, with no gap in membership, without a break, without any break, with unbroken membership, with an unbroken membership, unbroken *member, continuous *member, uninterrupted, with continuous membership, continuously members, never let it lapse',
    ),
    definition: flag('rejoined', false),
  },
  {
    words: said(`
      current *sponsor, with a running sponsorship, with a current sponsorship, with an active sponsorship, a running sponsorship, active *sponsor, sponsoring us now, currently sponsoring, sponsoring now, with a sponsorship now, sponsor at the moment, who are sponsors
    `),
    definition: flag('sponsor', true),
  },
  {
    words: said(
      'without a running sponsorship, not currently sponsoring, no current sponsorship, who are not sponsors, not sponsors, non sponsors, non *sponsor',
    ),
    definition: flag('sponsor', false),
  },
  {
    words: said(`
      whose last payment failed, whose payment failed, whose payments failed, whose card failed, whose card was declined, whose card declined, whose credit card declined, whose credit card failed, with a failed payment, with failed payments, failed payment, a failed payment, failed payments, payment failed, payment was
      declined, declined card, declined cards, declined payment, declined payments, declined *card, with declined cards, with a declined card, card got declined, whose card bounced, payment bounced, whose payment bounced, whose payment was declined, whose payment got declined, payment failure, payment failures, with payment failures
    `),
    definition: flag('last_payment_failed', true),
  },
  {
    words: said('whose last payment did not fail, with no failed payment, without a failed payment'),
    definition: flag('last_payment_failed', false),
  },
  {
    words: said(`
      whose email bounced, whose emails bounced, whose email bounces, whose emails bounce, whose last email bounced, whose address bounced, with a bounced email, with bounced emails, with bouncing emails, with a bad email, with bad emails, with bad email addresses, with a bad email address, with an invalid email, with invalid emails, with an
      undeliverable email, bounced email, bounced emails, email bounced, emails bounced, bouncing, bounced, *bounce, email *bounce, hard *bounce, undeliverable, undeliverable email, bad email, bad emails, bad email address, bad email addresses, invalid email, invalid emails, invalid email address, email is bouncing, emails are bouncing, whose email is bad, whose email address bounced, whose email is bouncing, whose email came back, dead email, dead emails
    `),
    definition: flag('email_bounced', true),
  },
  {
    words: said(
      'whose last email did not bounce, no bounce, no bounces, without a bounce, without bounces, not bounced, not bouncing, with no bounces, whose email did not bounce, with no bounced email, with a working email, with a good email, good email, with a deliverable email, deliverable, working email',
    ),
    definition: flag('email_bounced', false),
  },
  {
    words: [
      ...crossed(
        '~can be reached by, ~can be contacted by, reachable by, contactable by, reachable via, contactable via, reachable on, who can be contacted by, who can be reached by, who we can reach by, we can reach by, we may contact by, ok to contact by, okay to contact by, opted in to, opted into, subscribed to, ~subscribe to, ~get, ~receive, who accept, consented to, ~consent to, who want, opted in for, signed up for, available by',
        emails,
      ).filter((phrase) => !/~can/.test(phrase)),
      ...said(`
        we can still email, i can still email, we can actually email, we can legally email, we can safely email, can still email, can actually email, can we still email, can we email, can we actually email, can we legally email, can we still reach by email, we may still email, may still be emailed, can still be emailed, still allowed to email, still allowed to be emailed, allowed to email, we are still allowed to email, who we are still allowed to email, we are allowed to write to by email, we are permitted to email, permitted to email, we are free to email, we have leave to email, leave to email, we have consent to email, with email consent, email consent, who gave email consent, have consented to email, happy to get email, happy to receive email, have not told us to get lost, has not told us to get lost, have not told us to stop, have not asked us to stop, have not opted out, not yet opted out, never opted out, still opted in, opted in for email, email opt in on, fine with email, mailable, reachable by email, who are contactable by email, is contactable by email, contactable via email, okay with email, still get our emails, still getting our emails, still receive our emails, good to email, cleared to email, we can email, we can e mail, we can mail electronically, that we can email, who we can email, whom we can email, we are allowed to email, we may email, allowed to be emailed, emailable, e mailable, mailable by email, that can be emailed, who can be emailed, can be emailed, we could email, we have permission to email, ok to email, okay to email, email opt in, email opt ins, opted in, opt in, opted
        in by email, subscribed, *subscriber, still subscribed, email *subscriber, newsletter *subscriber, reachable, contactable, contactable by email, can be contacted, can be contacted by email, can be reached, can be reached by email, we can contact, we can reach, we can write to, we can send email to, we can send emails to, we are able to email, i can email, i am allowed to email, able to be emailed, marketable, we can market to, email able, not unsubscribed, not opted out, not opted out of email, has not unsubscribed
      `),
    ],
    definition: reachable('email'),
    note: 'by email: an address, no opt-out, and the last message did not bounce',
  },
  {
    words: [
      ...crossed(
        'opted out of, opted out from, ~opt out of, unsubscribed from, ~unsubscribe from, off, unreachable by, not reachable by, not contactable by, who cannot be contacted by, not opted in to, not subscribed to, who declined, ~decline, who do not want, who do not get, who do not receive, refused, cannot be reached by, who cannot be reached by, ~block, do not want, do not get',
        emails,
      ),
      ...said(`
        told us to get lost, told us to stop, told us to stop emailing, asked us to stop emailing, asked not to be emailed, asked to be taken off, off the list, the opt outs, the unsubscribes, the unsubscribed, not allowed to email, we are not allowed to email, opted out, ~opt out, *opt out, email *opt out, email opt outs, unsubscribed, ~unsubscribe, *unsubscriber, *unsubscribe, we cannot email, we can not email, that we can not email, who we can not email, whom we can not email, we may not email, we are not allowed to email, not allowed to be emailed, can not be emailed, who can not be emailed, cannot be emailed, not emailable, unemailable, do
        not email, on the do not email list, do not contact, do not contact list, not contactable, uncontactable, unreachable, not reachable, can not be contacted, can not be reached, who can not be reached, we can not reach, we can not contact, email opt out, who told us not to email, who asked not to be emailed, suppressed, on the suppression list, not marketable, who said no to email, cannot be contacted, who cannot be contacted
      `),
    ],
    definition: { op: 'not', of: reachable('email') },
    note: 'not by email: no address, opted out, or the last message bounced',
  },
  ...(
    [
      ['phone', 'phone, telephone, call', 'call, phone, ring, telephone'],
      ['sms', 'text, text message, sms, texts, text messages', 'text, sms'],
      [
        'post',
        'post, mail, postal mail, direct mail, snail mail, letter',
        'mail, post, send letters to, write letters to',
      ],
    ] as const
  ).flatMap(([channel, nouns, verbs]): Phrase[] => [
    {
      words: [
        ...crossed(
          'reachable by, contactable by, reachable via, who can be contacted by, who can be reached by, can be contacted by, can be reached by, we can reach by, we may contact by, ok to contact by, opted in to, opted into, we can contact by, available by',
          nouns,
        ),
        ...said(verbs).flatMap((verb) => [
          `we can ${verb}`,
          `that we can ${verb}`,
          `who we can ${verb}`,
          `whom we can ${verb}`,
          `we may ${verb}`,
          `ok to ${verb}`,
          `we are allowed to ${verb}`,
        ]),
      ],
      definition: reachable(channel),
    },
    {
      words: [
        ...crossed(
          'opted out of, not reachable by, not contactable by, unreachable by, who cannot be contacted by, cannot be contacted by, cannot be reached by',
          nouns,
        ),
        ...said(verbs).flatMap((verb) => [
          `we can not ${verb}`,
          `we cannot ${verb}`,
          `do not ${verb}`,
          `we may not ${verb}`,
        ]),
      ],
      definition: { op: 'not', of: reachable(channel) },
    },
  ]),
  {
    words: said(`
      with a case open, with a case still open, with cases open, with a ticket open, with a ticket still open, with tickets open, ~have a case open, ~have a case still open, ~have a ticket open, ~have a ticket still open, ~have an open case, ~have open cases, ~have an open ticket, ~have open tickets, ~have an open support case, ~have an open support ticket, ~have a support case open, ~have a support case still open, ~have a support ticket open, ~have a support ticket still open, got a case open, got a support case open, got a support ticket open, got an open case, got an open ticket, got an open support case, got a ticket open, still got a support case open, still got a case open, still got an open case, a case still open, a support case still open, a support ticket still open, support case still open, support cases still open, support ticket still open, support tickets still open, ticket still open, support case open, support cases open, support ticket open, case open, ticket open, a case open, a case that is open, a case that is still open, a support case that is open, a support case that is still open, a support ticket that is open, a support ticket that is still open, support case that is open, support case that is still open, support case which is still open, case that is still open, cases that are still open, support cases that are still open, tickets that are still open, a ticket that is still open, complaint that is still open, whose case is open, whose case is still open, whose support case is still open, whose ticket is still open, with a case pending, with a pending case, with an unsolved case, with an open issue, with open issues, waiting on support, with an open request, with an open case, with open cases, with an open ticket, with open tickets, with an open complaint, with open complaints, open case, open cases, open ticket, open tickets, an open case, an open ticket, with an unresolved case, with unresolved cases, unresolved cases, unresolved case, unresolved tickets, unresolved ticket, unresolved complaints, unresolved
      complaint, unresolved issues, open complaints, open complaint, open support cases, open support tickets, open support case, open support ticket, with an unresolved complaint, outstanding cases, outstanding tickets, pending cases, pending tickets, case still open, cases still open, tickets still open, open issues, an open issue
    `),
    definition: number('open_cases', 'gte', 1),
  },
  {
    words: said(
      'without open cases, without an open case, no open cases, no open tickets, with no open cases, no open case, with no open tickets, no unresolved cases',
    ),
    definition: number('open_cases', 'eq', 0),
  },
];
