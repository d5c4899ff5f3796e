/* How a member puts an experience into words: in a letter, a case, a post or a box on a form; and what is true of it. */
import { current } from './background.js';
import { type DayNumber, monthOf } from './calendar.js';
import type { Life } from './life.js';
import { personalMail, personName, phoneIn, residenceOf } from './people.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { type StaffName, staffPerson, staffPosts } from './staff.js';
import type { Channel, TextSource, Told } from './told.js';
import { courses } from './words/catalog.js';
import { type ExperienceKind, experienceWords } from './words/experiences/all.js';
import { decoys, feelings, greetings, injections, sarcasm, signatures, slips, turns } from './words/speech.js';
import { type Filling, type Hand, Pen } from './writing.js';

export interface Telling {
  readonly channel: Channel;
  readonly recordId: string;
  readonly on: DayNumber;
  readonly kind: ExperienceKind;
  /** Name of the event it is about. */
  readonly event?: string;
  /** Cents. */
  readonly amount?: number;
}

const codes: Readonly<Record<TextSource, number>> = {
  case: 0,
  email: 1,
  post: 2,
  survey: 3,
  case_resolution: 4,
  note: 5,
};

/** Draws for one text: its record's number keeps it apart from the member's other texts. */
export const drawsOfText = (life: Life, source: TextSource, number: number): Draws =>
  new Draws(life.association.seed, life.index, within(purposes.texts, codes[source] * 1000 + number));

/** A subject for an experience: without personal details. */
export const subjectOf = (kind: ExperienceKind, draws: Draws): string => draws.pick(experienceWords[kind].subject);

/** Writes it down. Entering the text in `life.told` is the caller's, who knows whether the row exists yet. */
export function tell(life: Life, telling: Telling, draws: Draws): Told {
  const { channel, kind } = telling;
  const words = experienceWords[kind];
  const pen = new Pen(draws, handOf(life), fillings(life, telling, draws));
  const isSurvey = channel === 'survey';
  const isSarcastic = words.sentiment === 'negative' && draws.chance(0.07);
  const other =
    words.sentiment !== 'neutral' && draws.chance(isSurvey ? 0.1 : 0.14) ? opposite(kind, draws) : undefined;
  const paragraph = channel === 'email' ? '\n\n' : ' ';
  pen.say(greetings[channel]);
  if (isSarcastic && draws.chance(0.6)) pen.say(sarcasm.before, paragraph);
  const isShort = isSurvey && !isSarcastic && draws.chance(0.45);
  pen.say(isShort ? words.short : words.what, isSarcastic ? ' ' : paragraph);
  if (isSarcastic) pen.say(sarcasm.after);
  else if (!isShort && draws.chance(0.62)) pen.say(feelings[words.sentiment]);
  if (other !== undefined)
    if (isShort) pen.say(experienceWords[other].short, ', but ');
    else pen.say(turns).say(experienceWords[other].what);
  if (!isShort && draws.chance(isSurvey ? 0.25 : 0.6)) pen.say(words.ask);
  if (draws.chance(isSurvey ? 0.03 : 0.16)) pen.say(slips);
  if (draws.chance(isSurvey ? 0.01 : 0.07)) pen.say(decoys);
  const isInjection = draws.chance(0.011);
  if (isInjection) pen.say(injections, paragraph);
  pen.say(signatures[channel], channel === 'post' ? ' ' : '\n');
  return {
    source: channel,
    recordId: telling.recordId,
    on: telling.on,
    text: pen.text,
    sentiment: other === undefined ? words.sentiment : 'mixed',
    topics: other === undefined ? [words.topic] : [...new Set([words.topic, experienceWords[other].topic])],
    urgency: words.urgency,
    experience: kind,
    isSarcastic,
    isInjection,
    spans: pen.spans,
  };
}

const pairs: Readonly<Record<'positive' | 'negative', readonly ExperienceKind[]>> = {
  positive: ['career_helped', 'kind_help', 'good_reading', 'met_people', 'good_site', 'good_course', 'heard'],
  negative: ['slow_portal', 'price_rise', 'late_journal', 'cliquish', 'confusing_form', 'little_used', 'silent'],
};

/** An experience of the other sign with another topic, for mixed feelings. */
function opposite(kind: ExperienceKind, draws: Draws): ExperienceKind | undefined {
  const found = draws.pick(pairs[experienceWords[kind].sentiment === 'negative' ? 'positive' : 'negative']);
  return experienceWords[found].topic === experienceWords[kind].topic ? undefined : found;
}

/** A person writes the same way for years. */
function handOf({ association, index }: Life): Hand {
  const draws = new Draws(association.seed, index, purposes.texts);
  const sloppiness = draws.chance(0.4) ? 0.02 + 0.16 * draws.uniform() ** 2 : 0.006;
  return { sloppiness, lowerCase: draws.chance(0.05), shouts: draws.chance(0.006) };
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** What stands for each `$name` of a pattern. */
export function fillings(
  life: Life,
  { on, event, amount }: Pick<Telling, 'on' | 'event' | 'amount'>,
  draws: Draws,
): (slot: string) => Filling {
  const { association, index, id, background, nature } = life;
  const { seed } = association;
  const self = () => personName(seed, index);
  const stranger = () => personName(seed, draws.whole(0, 4_000_000) + 1_000_000);
  const home = () => current(background.homes, on)?.residence ?? residenceOf(seed, index, 0);
  const phone = (): Filling => ({ kind: 'phone', text: shaped(phoneIn(home().areaCode, draws), draws) });
  const slots: Readonly<Record<string, () => Filling>> = {
    amount: () => ({
      text: `$${((amount ?? 18_000 + 500 * draws.whole(0, 60)) / 100).toFixed(draws.chance(0.5) ? 2 : 0)}`,
    }),
    event: () => ({ text: event ?? 'the last conference' }),
    invoice: () => ({ text: `INV-${id}${String(draws.whole(1, 20)).padStart(2, '0')}` }),
    order: () => ({ text: String(draws.whole(1_000_000_000, 1_999_999_999)) }),
    month: () => ({ text: months[(monthOf(on) + 8 + draws.whole(0, 2)) % 12] ?? 'May' }),
    course: () => ({ text: draws.pick(courses).name }),
    city: () => ({ text: home().city }),
    self: () => ({ kind: 'name', text: nameOf(self()) }),
    selfFirst: () => ({ kind: 'name', text: self().informal ?? self().first }),
    colleague: () => ({ kind: 'name', text: draws.chance(0.75) ? nameOf(stranger()) : stranger().first }),
    staff: () => ({ kind: 'name', text: staffPerson(seed, draws.whole(0, staffPosts.length - 1)).first }),
    phone,
    officePhone: phone,
    email: () => ({ kind: 'email', text: personalMail(self(), index + draws.whole(0, 2), draws) }),
    strangerEmail: () => ({ kind: 'email', text: personalMail(stranger(), draws.whole(0, 900), draws) }),
    address: () => {
      const to = residenceOf(seed, index, draws.whole(40, 60), home().state);
      return { kind: 'address', text: `${to.lines.join(', ')}, ${to.city}, ${to.state.code} ${to.postalCode}` };
    },
    card: () => ({ kind: 'card', text: cardNumber(draws) }),
    birth: () => ({ kind: 'birth_date', text: birthText(nature.birthDay, draws) }),
    memberId: () => ({ kind: 'member_id', text: id }),
  };
  return (slot) => slots[slot]?.() ?? { text: slot };
}

const nameOf = ({ first, last }: { readonly first: string; readonly last: string }): string => `${first} ${last}`;

/** People write the same number in several ways. */
function shaped(phone: string, draws: Draws): string {
  const [area = '', middle = '', last = ''] = phone.match(/\d+/g) ?? [];
  return draws.pick([phone, `${area}-${middle}-${last}`, `${area}.${middle}.${last}`, `+1 ${area} ${middle} ${last}`]);
}

/** Sixteen digits that pass Luhn's check, of a range no bank issues from. */
function cardNumber(draws: Draws): string {
  const digits = [4, 0, 0, 0, 0, 0, ...Array.from({ length: 9 }, () => draws.whole(0, 9))];
  const sum = digits.reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  const number = [...digits, (10 - (sum % 10)) % 10].join('');
  return draws.chance(0.5) ? number : (number.match(/.{4}/g)?.join(' ') ?? number);
}

function birthText(on: DayNumber, draws: Draws): string {
  const date = new Date(on * 86_400_000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return draws.chance(0.5) ? `${months[month]} ${day}, ${year}` : `${month + 1}/${day}/${year}`;
}

/** The first name of somebody on the staff. */
export const staffFirstName = (seed: number, userName: StaffName): string =>
  staffPerson(
    seed,
    staffPosts.findIndex((post) => post.userName === userName),
  ).first;
