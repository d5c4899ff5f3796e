/*
 * Mailings as people call them, and whom the office may write to: one word for electronic mail, one wording for leave
 * to be contacted. Data: each pattern has one meaning.
 */
import type { SetPhrase } from './rewriting.js';

const MAY = `(?:can|could|may|might|(?:'m|'re|am|are|is|were)? ?(?:still |actually |legally )?(?:allowed|permitted|cleared|able|free|entitled) to)`;
const HOW = `(?:still |actually |legitimately |legally |lawfully |safely |properly |rightfully |rightly |officially |even |now )*`;

/** "One of our newsletters", "an e-mail from us". */
export const mailWords: readonly SetPhrase[] = [
  { said: /\be[-‐‑ ]mail(?=(?:s|ed|ing|ings|able)?\b)/gi, written: 'email' },
  {
    said: /\b(emails?|newsletters?|mailings?|messages?|bulletins?) (?:that )?(?:from us|of ours|we(?:'ve| have)? sent(?: out| them)?|we send(?: out)?|from the (?:office|association|team))\b/gi,
    written: '$1',
  },
  {
    said: /\b(?:something|anything|a link|any link|any links|links|a thing|one link|a button|one thing|a single thing|a single link) (?:in|inside|on|within) (?:one of |any of |some of |either of )?(?:our|the|my|a|an|any|those|these|some) (?:emails?|newsletters?|mailings?|messages?|bulletins?)\b/gi,
    written: 'an email',
  },
  {
    said: /\b(?:one|any|some|a single one|at least one) of (?:our|the|my|those|these) (emails?|newsletters?|mailings?|bulletins?)\b/gi,
    written: 'an email',
  },
];

/** "We are allowed to e-mail": whom consent lets the office reach. */
export const mayBeWrittenTo: readonly SetPhrase[] = [
  {
    said: new RegExp(
      String.raw`\b(?:(?:that|who|whom|which) )?(?:we|i)(?: ?${MAY}) ${HOW}(?:(?:send )?(?:an )?emails?(?: to)?|write to by email|contact by email|reach by email|reach via email|write to via email)\b(?! (?:us|about|address|him|her|them|[MN]-))`,
      'gi',
    ),
    written: 'who can be contacted by email',
  },
  {
    said: new RegExp(
      String.raw`\b(?:(?:that|who|whom|which) )?(?:we|i)(?: ?${MAY}) ${HOW}mail\b(?=[^.?!]*\bemail)`,
      'gi',
    ),
    written: 'who can be contacted by email',
  },
  {
    said: /\b(?:are |is )?(?:still |actually |legally )*(?:allowed|permitted|cleared|ok|okay|free|eligible) to (?:be emailed|get emails?|receive emails?|be contacted by email|be written to by email)\b/gi,
    written: 'can be contacted by email',
  },
  {
    said: /\b(can ?not|can['’]t|may not|mustn['’]t|must not) (email|write to|contact|call|phone) (?:any ?more|any longer|now)\b/gi,
    written: '$1 $2',
  },
];
