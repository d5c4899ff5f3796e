/* What stands for each `$name` of a pattern: facts of the telling, and personal details of the member and of others. */
import { current } from './background.js';
import { type DayNumber, monthOf } from './calendar.js';
import type { Life } from './life.js';
import { type PersonName, personalMail, personName, phoneIn, type Residence, residenceOf } from './people.js';
import type { Draws } from './random.js';
import { staffPerson, staffPosts } from './staff.js';
import { courses } from './words/catalog.js';
import type { DetailKind, Filler, Filling } from './writing.js';

export interface Matter {
  readonly on: DayNumber;
  /** Name of the event it is about. */
  readonly event?: string;
  /** Cents. */
  readonly amount?: number;
}

const detail = (kind: DetailKind, text: string): Filling => ({ kind, text });
const fact = (text: string): Filling => ({ text });

const months = 'January February March April May June July August September October November December'.split(' ');

export class Details implements Filler {
  readonly #life: Life;
  readonly #matter: Matter;
  readonly #draws: Draws;

  constructor(life: Life, matter: Matter, draws: Draws) {
    this.#life = life;
    this.#matter = matter;
    this.#draws = draws;
  }

  fill(slot: string): Filling {
    const { index, id, nature, association } = this.#life;
    const draws = this.#draws;
    switch (slot) {
      case 'amount':
        return fact(this.#amount());
      case 'event':
        return fact(this.#matter.event ?? 'the last conference');
      case 'invoice':
        return fact(`INV-${id}${String(draws.whole(1, 20)).padStart(2, '0')}`);
      case 'order':
        return fact(String(draws.whole(1_000_000_000, 1_999_999_999)));
      case 'month':
        return fact(months[(monthOf(this.#matter.on) + 8 + draws.whole(0, 2)) % 12] ?? 'May');
      case 'course':
        return fact(draws.pick(courses).name);
      case 'city':
        return fact(this.#home().city);
      case 'self':
        return detail('name', nameOf(this.#self()));
      case 'selfFirst':
        return detail('name', this.#self().informal ?? this.#self().first);
      case 'colleague':
        return detail('name', draws.chance(0.75) ? nameOf(this.#stranger()) : this.#stranger().first);
      case 'staff':
        return detail('name', staffPerson(association.seed, draws.whole(0, staffPosts.length - 1)).first);
      case 'phone':
      case 'officePhone':
        return detail('phone', shaped(phoneIn(this.#home().areaCode, draws), draws));
      case 'email':
        return detail('email', personalMail(this.#self(), index + draws.whole(0, 2), draws));
      case 'strangerEmail':
        return detail('email', personalMail(this.#stranger(), draws.whole(0, 900), draws));
      case 'address':
        return detail(
          'address',
          addressText(residenceOf(association.seed, index, draws.whole(40, 60), this.#home().state)),
        );
      case 'card':
        return detail('card', cardNumber(draws));
      case 'birth':
        return detail('birth_date', birthText(nature.birthDay, draws));
      case 'memberId':
        return detail('member_id', id);
      default:
        throw new RangeError(`nothing stands for $${slot}`);
    }
  }

  #amount(): string {
    const cents = this.#matter.amount ?? 18_000 + 500 * this.#draws.whole(0, 60);
    return `$${(cents / 100).toFixed(this.#draws.chance(0.5) ? 2 : 0)}`;
  }

  #self(): PersonName {
    return personName(this.#life.association.seed, this.#life.index);
  }

  /** Somebody who is not on record. */
  #stranger(): PersonName {
    return personName(this.#life.association.seed, this.#draws.whole(0, 4_000_000) + 1_000_000);
  }

  #home(): Residence {
    const { association, index, background } = this.#life;
    return current(background.homes, this.#matter.on)?.residence ?? residenceOf(association.seed, index, 0);
  }
}

const addressText = ({ lines, city, state, postalCode }: Residence): string =>
  `${lines.join(', ')}, ${city}, ${state.code} ${postalCode}`;

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
