/* Phrases that carry nothing: how people begin, soften and end what they ask. Data only, with the place each may stand. */
import { said } from '../../population/said.js';

/** Empty anywhere. */
const anywhere = said(`
  please, pls, plz, pretty please, basically, actually, essentially, you know, i guess, i think, i mean, i suppose, i believe, sort of, kind of, kinda, sorta, if possible, if you can, if you could, if you do not mind, if at all possible, for me, for us, for my team, for the team, real quick, really quick, quickly, quick, um, uh, er, hmm,
  ok, okay, so, well, just wondering, like i said, as usual, thanks, thank you, thx, ta, cheers, many thanks, thanks in advance, much appreciated, in our system, in the system, in our database, in the database, in imis, on our books, in our records, on record, on file, in total, all told, altogether, out there, at all, by any chance, perhaps, maybe, exactly,
  roughly, approximately, about now, to date, as of today, as of now, as of right now, right now, at the moment, at present, these days, as we speak, at this point, at this time, currently, presently, today
`);

/** Empty before anything is said. */
const opening = said(`
  hi, hello, hey, hey there, hi there, good morning, good afternoon, morning, afternoon, hiya, howdy, yo, dear copilot, copilot, hey copilot, hi copilot, hello copilot, quick question, quick one, a quick one, question, one question, one more question, another question, one more thing, one more, next question, next, ok so, okay so, alright, all right, right, now, then, also, and also, well then, so then, oh, oh and, ah,
  sorry, sorry but, excuse me, actually, i was wondering, i was wondering if, i am wondering, i was wondering whether, wondering if, wondering, just wondering, just wondering if, i wonder, i wonder if, i wonder how, do you know, do you happen to know, do we know, do we happen to know, any idea, any idea how, any clue, can you tell me, could you tell me, can you please tell me, would you tell me, will you tell me, please tell me, tell me, can you show
  me, could you show me, can you find me, could you find me, can you find, could you find, can you get me, could you get me, can you give me, could you give me, can i get, can i have, can i see, could i get, could i have, could i see, can we get, can we see, can we have, could we get, could we see, may i see, may i have, i need, i need to see, i need to know, i need to find, i need to get, i need to pull, i need you to, we need, we need to know, we need to
  see, i want, i want to see, i want to know, i want to find, i want you to, i would like, i would like to see, i would like to know, i 'd like, i 'd like to see, i 'd like to know, i 'd like to find, i 'd like to get, i 'd love, i 'd love to see, i 'd love to know, we 'd like, we want, we want to know, we want to see, looking for, i am looking for, i 'm looking for, am looking for, we are looking for, we 're looking for, trying to find, trying to figure out, i am trying to find, i 'm trying
  to find, i am trying to figure out, i 'm trying to figure out, i am trying to see, i 'm trying to see, trying to see, help me find, help me figure out, help me see, can you help me find, could you help me find, my boss wants, my boss wants to know, my boss is asking, the boss wants, the boss wants to know, my director wants, my director wants to know, the board wants, the board wants to know, the board is asking, the ceo wants, the ceo wants to know, leadership wants, leadership wants to know, they want to know, somebody asked, someone asked,
  someone asked me, i was asked, i got asked, i have been asked, been asked, need, need to know, need to see, need to find, need to get, need to pull, want, want to know, want to see, would like, would love, gimme, gimme the, lemme see, let me see, let me know, let us see, let 's see, show us, give us, get us, how about, what about, is it possible to, is it possible to see, is there a way to see, is there any way to see, pull me, pull for me, pull together, put together, draw up, run a report of, run
  a report on, run a report for, run me a report of, run me, run a list of, run me a list of, run a query for, run a count of, run the numbers on, do a search for, do a query for, make me a list of, make a list of, create a list of, build a list of, build me a list of, generate a list of, generate a report of, generate a report on, compile a list of, compile, prepare a list of, export, report of, report on, report, query, search for, look for, look up, hunt down, track down, dig up, dig out, fetch me, bring up, bring me, pull out, a list of, list of, the list of, names of, the names
  of, full list of, a full list of, the full list of, complete list of, a complete list of, the complete list of, short list of, breakdown please, i am curious, i 'm curious, curious, just curious, do me a favor and, do me a favour and, be a dear and, i am after, i 'm after, after, i have to find, i have to know, i have to get, i must know, we have to find, for the board, for the board meeting, for a report, for my report, for a meeting, for our meeting, for tomorrow 's meeting, for the newsletter, for the record, for planning, for a mailing, for budget purposes, for the budget, for my presentation,
  out of curiosity, in case, heads up, listen, look, ok now, now then, so basically, so tell me, tell us, can anybody tell me, could somebody tell me, remind me, remind me how, what do we have in terms of, do we have, have we got, do we have any, have we got any, are there, are there any, is there, is there anybody, is there anyone, are there people, who do we have, what is, what are, what was, what were, what about the, whats, what 's, where are, give me a count of, give me the number of, give me a list of, give me the list of, give me all, get me a list of, get me all, show me a list of, show me the list of, show me all, show me all of, show me all the, find all, find all the, find me all
`);

/** Empty after everything is said. */
const closing = said(`
  please and thank you, thank you very much, thanks so much, thanks a lot, thanks a million, thanks a bunch, thank you so much, when you get a chance, when you have a moment, when you have a minute, when you can, asap, a s a p, right away, as soon as possible, soon please, urgently, for the board, for the board meeting, for the board report, for board report, for a report, for my report, for the report, for a meeting, for my meeting, for the meeting, for our
  meeting, for tomorrow, for tomorrow 's meeting, for today 's meeting, for the newsletter, for the record, for planning, for planning purposes, for a mailing, for the mailing, for a campaign, for our campaign, for the campaign, for an email, for an email blast, for a mailer, for the mailer, for budget purposes, for the budget, for my presentation, for the presentation, for outreach, for follow up, for my files, for a call list, for our call list, for the ceo, for my boss, for leadership,
  do you think, right, correct, yes, is that possible, is that doable, is it possible, can you do that, can you, could you, would you, will you, if that makes sense, makes sense, does that make sense, if any, if there are any, or not, or so, or something, or something like that, or whatever, and so on, etc, et cetera, and such, and stuff, and the like, in a list, as a list, in list form, on a list, in a table, as a table, in a report, do we have, do we have now, have we got, are there, are there in total, are we talking about, are we at, we have, we 've got, there are, exist, that we
  have, that we know of, that you know of, you have, you can find, you know of, that you can find, that exist, in our membership, in the membership, among our members, among members, in the association, in our association, of ours, to us, with us, for us, for me, on our side, out of all, let me know, is what i need, is what i am after, is what i 'm after, is what i want, that is all, that 's all, that 's it, lol, haha, sorry, fyi, btw, tia, ty, xx, cheers, over, go, now, then, though, too, as well, again please
`);

const phrasesOf = (list: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of list) {
    const words = phrase.split(' ');
    byFirst.set(words[0] ?? '', [...(byFirst.get(words[0] ?? '') ?? []), words]);
  }
  return byFirst;
};
const places = { anywhere: phrasesOf(anywhere), opening: phrasesOf(opening), closing: phrasesOf(closing) };
export type Place = keyof typeof places;

/** How many aside phrases there are. */
export const asideCount = anywhere.length + opening.length + closing.length;

/** The ends of the aside phrases that begin at a position. */
export function asidesAt(words: readonly string[], from: number, place: Place): number[] {
  return (places[place].get(words[from] ?? '') ?? [])
    .filter((phrase) => phrase.every((word, offset) => words[from + offset] === word))
    .map((phrase) => from + phrase.length);
}
