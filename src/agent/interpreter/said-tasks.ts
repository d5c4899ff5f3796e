/*
 * Something for somebody to do, said in words of its own: "have N-5D8XW3 call M-7F3KQ2 by Friday", "task for N-5D8XW3
 * re M-7F3KQ2: send the form, due 4 December". Whose task, about whom, until when and what stand in any order; the day is
 * taken out of what is to be done, where it is said as a day to finish by.
 */
import type { Customs } from '../../language/reading.js';
import { type Due, dayOf, dueIn } from './said-due.js';
import { CODE, hasPronoun, inPlainMarks, LEAD, PRONOUN, peopleIn, type SaidChange, WHO } from './said-people.js';

const DOING = `(?:call|ring|phone|telephone|e-?mail|contact|reach out|check in|check|follow[- ]?up|speak|talk|meet|send|get in touch|give|write|visit|thank|chase|invite|touch base|get back|return|help|look into|sort out|go over|drop|catch up|find out|ask|tell|remind|see to|nudge|ping|buzz|pitch|offer|explain|discuss|confirm|welcome|congratulate|update|arrange|set up|book|prepare|review|get|make|take|try|work|go|walk|bring|connect|introduce|pay|keep|text|message|mail|let|warn|apologi[sz]e|apologise|handle|deal|resolve|answer|respond|reply|clarify|figure out|win|persuade|convince|survey|interview|sound out|approach|pursue)`;
const MANAGER = String.raw`(?:(${CODE})(?:'s)|her|his|their|the)\s+(?:relationship |account |membership )?manager`;
const WHOEVER = String.raw`(?:whoever|who ever|whomever|the person who|the one who|somebody who)\s+(?:looks? after|owns?|handles?|manages?|is (?:responsible|in charge)|has|runs|deals with|takes care of)\b[^,.;:–—-]*?(?:them|him|her|it|account|member|record|${CODE}|relationship)\b`;
const told = [
  // Somebody is told to do something.
  new RegExp(
    String.raw`${LEAD}(?:have|get|ask|tell|let|remind|assign|make sure)\s+(?:that\s+)?(?:(${CODE})|${MANAGER})\s+(?:to\s+)?(${DOING}\b.*)$`,
    'i',
  ),
  // Somebody ought to.
  new RegExp(
    String.raw`${LEAD}(?:(${CODE})|${MANAGER})\s+(?:ought to|should|needs to|must|has to|is to|to|had better|will need to|could|can|might)\s+(?:please\s+)?(${DOING}\b.*)$`,
    'i',
  ),
  // Something is set up for somebody to do.
  new RegExp(
    String.raw`${LEAD}(?:(?:set|schedule|arrange|book|create|add|make|put|open|organi[sz]e|plan|raise|log)\b)?(?:\s*(?:up|something|a|an|the|new|task|call|reminder|to-?do|follow-up|in))*\s+for\s+(?:(${CODE})|${MANAGER})\s+to\s+(${DOING}\b.*)$`,
    'i',
  ),
  // Somebody is wished to.
  new RegExp(
    String.raw`${LEAD}(?:i'd like|i would like|i want|i need|we need|we'd like|we want|it would be good for|it'd be good for|would be great for|maybe|perhaps)\s+(?:(${CODE})|${MANAGER})\s+(?:to\s+)?(${DOING}\b.*)$`,
    'i',
  ),
  // It is put on somebody's list.
  new RegExp(
    String.raw`${LEAD}(?:put|add|drop|stick|place|pop|get|leave)\s+(?:it|this|that|something|one)?\s*(?:in|on|into|onto|to|at|with)\s+(?:(${CODE})(?:'s)?|${MANAGER}(?:'s)?)\s+(?:work\s+|task\s+|to-?do\s+)?(?:queue|list|plate|desk|tasks?|to-?dos?|inbox|calendar|diary|pile|stack)\s+to\s+(${DOING}\b.*)$`,
    'i',
  ),
  // Somebody is asked whether they could.
  new RegExp(
    String.raw`${LEAD}(?:could|can|would|will|should)\s+(?:(${CODE})|${MANAGER})\s+(?:please\s+)?(${DOING}\b.*)$`,
    'i',
  ),
];
/** Nobody in particular ought to: whoever looks after the member does. */
const somebody = new RegExp(
  String.raw`${LEAD}(?:somebody|someone|anybody|anyone|one of (?:us|you|ours|the (?:team|staff|girls|guys|others))|the (?:team|staff|office))\s+(?:really\s+)?(?:ought to|should|needs to|need to|must|has to|have to|had better|will have to|could|can)\s+(?:please\s+)?(${DOING}\b.*)$`,
  'i',
);
/** "Would somebody please ring M-7F3KQ2 about it?" */
const wouldSomebody = new RegExp(
  String.raw`${LEAD}(?:would|could|can|will)\s+(?:somebody|someone|anybody|anyone|one of (?:us|you|ours|the (?:team|staff|others)))\s+(?:please\s+|kindly\s+)?(${DOING}\b.*?)\s*\?*$`,
  'i',
);
/** "M-7F3KQ2: follow-up call needed about it". */
const needed = new RegExp(
  String.raw`${LEAD}(${CODE})\s*(?::|[-–—]+|,)\s*((?:(?:a|quick|short)\s+)*(?:follow[- ]?up|call[- ]?back|call|phone call|visit|e-?mail|thank[- ]you)(?:\s+(?:call|visit|e-?mail|note|letter))?\s+(?:is\s+)?(?:needed|required|wanted|due)\b.*)$`,
  'i',
);
const BY_ME = /\s*,\s*(?:(?:by|for|to) )?(?:me|myself)(?=\s*[.!]*$)/i;
/** "... . Remind me on Friday." */
const remindMe = new RegExp(
  String.raw`^(.*\b${CODE}\b.*?)[\s,.;!–—-]+(?:(?:and|so|please|pls|can you|could you)[,\s]+)*remind me(?:\s+(?:about (?:it|that|this)|again|of (?:it|that)))?((?:\s+(?:on|by|before|next|this|at|in|the|to|tomorrow|\w+day)\b.*?)?)\s*(?:please|pls|thanks)?\s*[.!?]*$`,
  'i',
);
const TASK_WORD = '(?:task|to-?do|todo|reminder|job|chore|errand|action(?: item| point)?|follow[- ]?up)';
/** What was said first is to be a task: "..., can you put that down as a task", "... Make it a to-do for N-5D8XW3". */
const madeATask = new RegExp(
  String.raw`^(.*\b${CODE}\b.*?)[\s,.;!–—-]+(?:(?:and|so|then|ok|please|pls|plz|kindly|just|can you|could you|would you|will you|can we|could we|let's|lets)[,\s]+)*(?:make|put|log|set|add|record|create|raise|enter|file|get|turn|write|jot|stick|pop|bung|chuck|book|note)\s+(?:that|it|this|one|him|her)(?:\s+(?:one|down|up|in|on|into|as|for|to))*(?:\s+(?:an?|the|my|our|your))?(?:\s+(?:new|staff|proper|quick))?\s+${TASK_WORD}(?:\s+list)?s?(?:\s+(?:for|to|on)\s+(${CODE}))?(?:\s+(?:please|pls|thanks|thank you|for me|would you|will you|then|ta|cheers))*\s*[.!?]*$`,
  'i',
);
/** "N-5D8XW3 to ring M-7F3KQ2 on Monday, as a task". */
const asATask = new RegExp(
  String.raw`^(.*\b${CODE}\b.*?)[\s,.;!–—-]+(?:please[,\s]+)?(?:all )?as an?\s+(?:new\s+|staff\s+|quick\s+)?${TASK_WORD}(?:\s+(?:for|to)\s+(${CODE}))?(?:\s*,?\s*(?:please|pls|thanks|for me))*\s*[.!?]*$`,
  'i',
);
/** "... Give that one to N-5D8XW3". */
const givenTo = new RegExp(
  String.raw`^(.*\b${CODE}\b.*?)[\s,.;!–—-]+(?:(?:and|so|then|ok|please|pls|can you|could you)[,\s]+)*(?:give|assign|hand|pass|leave)\s+(?:that|it|this)(?:\s+(?:one|job|task))?\s+(?:to|with)\s+(${CODE})(?:\s+(?:please|pls|thanks))*\s*[.!?]*$`,
  'i',
);
const followUp = new RegExp(
  String.raw`${LEAD}((?:follow[- ]?up|check in|touch base|get back in touch)\s+with\s+(${WHO})\b.*)$`,
  'i',
);
const MANY = /\b(?:everyone|everybody|all of|each|members)\b/i;

export function taskOf(typed: string, spokenOf: string | undefined, customs: Customs): SaidChange | undefined {
  const said = inPlainMarks(typed).replace(/\s+/g, ' ').trim();
  return (
    afterwards(said, customs) ??
    namedTask(said, spokenOf, customs) ??
    (MANY.test(said)
      ? undefined
      : (toldTo(said, spokenOf, customs) ?? followedUp(said, spokenOf, customs) ?? forSomebody(said, customs)))
  );
}

/** Said first, and then that it is to be a task, or whose. */
function afterwards(said: string, customs: Customs): SaidChange | undefined {
  const made = madeATask.exec(said) ?? asATask.exec(said);
  const [, before, whose] = made ?? givenTo.exec(said) ?? [];
  if (before === undefined) return undefined;
  const [, unnamed] = somebody.exec(before) ?? [];
  const found = toldTo(before, undefined, customs);
  if (found && !whose) return found;
  // "Call M-7F3KQ2 about her card": an order by itself.
  const [, ordered] = new RegExp(`${LEAD}(${DOING}\\b.*)$`, 'i').exec(before) ?? [];
  const words = unnamed ?? ordered;
  const members = words ? peopleIn(words).filter((one) => one !== whose) : [];
  const [member] = members;
  if (!words || !member || members.length > 1) return undefined;
  return taskFor(member, words, whose, dueIn(words, customs));
}

/** Nobody in particular: of one member. */
function forSomebody(said: string, customs: Customs): SaidChange | undefined {
  const reminded = remindMe.exec(said);
  if (reminded?.[1] && peopleIn(said).length === 1 && !/\b(?:how|what|who|which|when)\b/i.test(reminded[2] ?? '')) {
    const due = reminded[2] ? dueIn(`x ${reminded[2].trim()}`, customs) : undefined;
    const [one = ''] = peopleIn(said);
    if (!reminded[2] || due) return taskFor(one, reminded[1], undefined, due && { day: due.day, words: reminded[1] });
  }
  const [, of, follow] = needed.exec(said) ?? [];
  if (of && follow && peopleIn(follow).length === 0)
    return taskFor(of, follow.replace(BY_ME, ''), undefined, dueIn(follow.replace(BY_ME, ''), customs));
  const [, words] = somebody.exec(said) ?? wouldSomebody.exec(said) ?? [];
  const members = words ? peopleIn(words) : [];
  const [member] = members;
  return words && member && members.length === 1 && !words.includes('?')
    ? taskFor(member, words, undefined, dueIn(words, customs))
    : undefined;
}

function toldTo(said: string, spokenOf: string | undefined, customs: Customs): SaidChange | undefined {
  for (const pattern of told) {
    const [, staff, managed, words] = pattern.exec(said) ?? [];
    if (!words) continue;
    const members = peopleIn(words).filter((one) => one !== staff);
    if (members.length > 1) return undefined;
    const about = members[0] ?? managed ?? (hasPronoun(words) ? spokenOf : undefined);
    if (about && about !== staff) return taskFor(about, words, staff, dueIn(words, customs));
  }
  return undefined;
}

function followedUp(said: string, spokenOf: string | undefined, customs: Customs): SaidChange | undefined {
  const [, words, who] = followUp.exec(said) ?? [];
  const member = who && new RegExp(`^${CODE}$`).test(who) ? who : spokenOf;
  return words && member ? taskFor(member, words, undefined, dueIn(words, customs)) : undefined;
}

const NAMED = new RegExp(
  String.raw`^(?:(.*?(?:[.!?;]\s+|,\s+|\s[-–—]+\s+)))??(?:${LEAD.slice(1)})(?:can i (?:get|have)\s+|(?:raise|make|create|set(?: up)?|add|open|log|put in|put|give|schedule|assign|record|file|enter|start|propose|new|chuck|bung|stick|pop|throw|whack|drop|slot|book|queue(?: up)?|draw up|jot(?: down)?|get|arrange|organi[sz]e)\s+(?:in\s+|down\s+|me\s+)?)?(?:an?\s+|another\s+|this\s+|the\s+|one\s+)?(?:new\s+|quick\s+|staff\s+|little\s+)?(?:task|to-?do|todo|reminder|action item|action point|action|follow[- ]?up task|(?<=(?:chuck|bung|stick|pop|put|put in|raise|add|log|create|open|make|set up|book|slot|get|give|drop|whack|throw)\s+(?:in\s+|me\s+)?an?\s+(?:new\s+|quick\s+|little\s+)?)(?:job|chore|errand))\b(.*)$`,
  'i',
);

/** "Task for N-5D8XW3 re M-7F3KQ2: ...": after the word itself, heads in any order, then what is to be done. */
function namedTask(said: string, spokenOf: string | undefined, customs: Customs): SaidChange | undefined {
  const [, before = '', rest] = NAMED.exec(said) ?? [];
  if (rest === undefined || /^(?:who|which|whose|how|what|when|where|list|count|show)\b/i.test(said)) return undefined;
  const head: Head = { rest };
  while (consume(head, customs));
  const words = head.rest
    .replace(/^[\s,;:.–—-]+/, '')
    .replace(/^(?:to|that says|saying|asking (?:them|him|her) to)\s+(?=\p{L})/iu, '');
  const inWords = peopleIn(words);
  const others = [...inWords, ...peopleIn(before)].filter((one) => one !== head.doer && one !== head.about);
  if (new Set(others).size > 1) return undefined;
  const [other] = others;
  const isForThem =
    /^\s*to\b/i.test(head.rest) && hasPronoun(words) && spokenOf !== undefined && spokenOf !== head.doer;
  // One person alone is whom it is about; beside another, whoever it is for does it.
  const about = head.about ?? other ?? (head.doer === undefined ? spokenOf : isForThem ? spokenOf : head.doer);
  const doer = head.doer === about ? undefined : head.doer;
  const text = words || withoutEnd(before);
  if (!about || !/\p{L}{2}/u.test(text)) return undefined;
  const due = head.due ? { day: head.due, words: text } : dueIn(text, customs);
  return taskFor(about, text, doer, due);
}

interface Head {
  rest: string;
  about?: string;
  doer?: string;
  due?: string;
}

const ABOUT = String.raw`(?:re:?|about|on|regarding|concerning|in respect of|with respect to|with regard to|in regard to|wrt|w\/r\/t|around|against|under)`;
const heads = {
  about: new RegExp(
    String.raw`^[\s,;.–—-]*${ABOUT}\s+(?:member |organi[sz]ation |the account of )?(${CODE})(?:'s)?(?:\s+(?:record|account|file|membership))?`,
    'i',
  ),
  manager: new RegExp(
    String.raw`^[\s,;.–—-]*(?:for|to|with)?\s*(?:${WHOEVER}|(?:(?:${PRONOUN}|the)\s+|(${CODE})(?:'s)\s+)(?:relationship |account |membership )?manager)`,
    'i',
  ),
  doer: new RegExp(String.raw`^[\s,;.–—-]*(?:for|to|by|assigned to|assign(?:ed)? to|on)\s+(${CODE})(?!'s)`, 'i'),
  alone: new RegExp(String.raw`^[\s,;.–—-]*(${CODE})(?=[\s,:;.–—-])`, 'i'),
  description:
    /^\s*,\s*(?:the |a |an )?(?:lapsed|active|retired|student|fellow|professional|individual|corporate|small business|prospect|former|ex)\b[^,:.;–—-]{0,25}(?=[,:])/i,
  manners:
    /^[\s,]*(?:please|pls|plz|thanks|would you|will you|could you|can you|ok|in|up|down|on the (?:list|system|books))(?=[\s,:;.]|$)/i,
};

/** One part of the head taken off; false where the words themselves begin. */
function consume(head: Head, customs: Customs): boolean {
  const take = (found: RegExpExecArray): true => {
    head.rest = head.rest.slice(found[0].length);
    return true;
  };
  const about = head.about === undefined ? heads.about.exec(head.rest) : null;
  if (about?.[1]) {
    head.about = about[1];
    return take(about);
  }
  const manager = heads.manager.exec(head.rest);
  if (manager) {
    if (manager[1]) head.about = manager[1];
    return take(manager);
  }
  const doer = head.doer === undefined ? heads.doer.exec(head.rest) : null;
  if (doer?.[1]) {
    head.doer = doer[1];
    return take(doer);
  }
  const alone = head.about === undefined ? heads.alone.exec(head.rest) : null;
  if (alone?.[1]) {
    head.about = alone[1];
    return take(alone);
  }
  const said = head.about || head.doer ? heads.description.exec(head.rest) : null;
  if (said) return take(said);
  const manners = heads.manners.exec(head.rest);
  if (manners) return take(manners);
  return head.due === undefined && dueAtHead(head, customs);
}

const PREPOSITION =
  /^[\s,;.–—-]*(?:(?:due|needed|wanted|to be done|done)\s*)?(?:by|on|before|until|till|til|for|no later than|not later than|at the latest by|latest)?\s*:?\s*/i;
const MOST_WORDS_OF_A_DAY = 6;

/** "Due 4 December 2026", "by Friday", ", Thursday Dec 3": the longest run of words that is one day. */
function dueAtHead(head: Head, customs: Customs): boolean {
  const [before = ''] = PREPOSITION.exec(head.rest) ?? [];
  const from = head.rest.slice(before.length);
  const ends = [...from.matchAll(/\S+/g)].map((word) => word.index + word[0].length).slice(0, MOST_WORDS_OF_A_DAY);
  for (const end of ends.reverse()) {
    const words = from.slice(0, end);
    const bare = words.replace(/[,:;.–—-]+$/, '');
    const day = /\d|day\b|mon|tue|wed|thu|fri|sat|sun|tomorrow|week|month/i.test(bare)
      ? dayOf(bare, customs)
      : undefined;
    if (!day) continue;
    head.due = day;
    head.rest = head.rest.slice(before.length + bare.length);
    return true;
  }
  return false;
}

const withoutEnd = (words: string): string => words.trim().replace(/[\s,.;!?–—-]+$/, '');

function taskFor(member: string, said: string, assignee: string | undefined, due: Due | undefined): SaidChange {
  const words = due?.words ?? said;
  const text = withoutEnd(
    words
      .replace(new RegExp(`^${member}(?!')`), 'They')
      .replaceAll(`${member}'s`, 'their')
      .replaceAll(member, 'them'),
  );
  return {
    tool: 'propose_task',
    arguments: { member, text, ...(due && { due: due.day }), ...(assignee && { assignee }) },
  };
}
