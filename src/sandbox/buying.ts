/* Products bought and gifts made, each with its invoice. */
import { currency, type Gathering, HISTORY_BEGINS } from './association.js';
import { billSale } from './billing.js';
import { type DayNumber, dayNumber, textOf, yearOf } from './calendar.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { moodOn } from './renewal.js';
import { funds, products, sponsorLevels } from './words/catalog.js';

interface Bought {
  readonly code: string;
  readonly name: string;
  readonly category: string;
}

/** Enters a purchase; `amount` in cents, for all pieces. */
export function enterPurchase(
  life: Life,
  { code, name, category }: Bought,
  amount: number,
  quantity: number,
  on: DayNumber,
): void {
  const { ledger, id } = life;
  const PurchaseId = `P${numbered(id, ledger.number('Purchases'), 3)}`;
  ledger.enter('Purchases', PurchaseId, on, [], {
    PurchaseId,
    ID: id,
    ProductCode: code,
    Product: name,
    Category: category,
    Quantity: quantity,
    Amount: amount / 100,
    Currency: currency,
    PurchasedOn: textOf(on),
  });
}

/** Buys books, reports and recordings from `from` to `to`. */
export function shop(life: Life, from: DayNumber, to: DayNumber): void {
  const { association, index, nature, character } = life;
  const draws = new Draws(association.seed, index, within(purposes.buying, from));
  const size = nature.kind === 'organization' ? 0.25 : 0.05 * (character.interests.reading + 0.3);
  const mean = size * Math.exp(0.4 * life.engagementIn(yearOf(from)) - 0.6 * nature.priceSensitivity);
  const days: DayNumber[] = [];
  for (let left = draws.poisson((mean * (to - from + 1)) / 365, 3); left > 0; left--)
    days.push(from + draws.whole(0, to - from));
  for (const on of days.sort((left, right) => left - right)) {
    const product = draws.pick(products);
    const quantity = nature.kind === 'organization' ? draws.whole(1, 4) : draws.chance(0.08) ? 2 : 1;
    if (on < HISTORY_BEGINS || on >= nature.diesOn) continue;
    const amount = product.price * 100 * quantity;
    billSale(life, 'product', product.code, amount, on);
    enterPurchase(life, product, amount, quantity, on);
  }
}

const MOST_GIVE = 0.3;
const gifts = [25, 25, 50, 50, 50, 100, 100, 250, 500];

/** Gives to a fund, most often at the end of a year, when the mood is good. */
export function give(life: Life, from: DayNumber, to: DayNumber): void {
  const { association, index, nature } = life;
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const draws = new Draws(association.seed, index, within(purposes.giving, year));
    const share = draws.uniform();
    if (share >= MOST_GIVE) continue;
    const atYearsEnd = draws.chance(0.6);
    const on = atYearsEnd ? dayNumber(year, 11, 25) + draws.whole(0, 36) : dayNumber(year, 1, 1) + draws.whole(0, 320);
    const moved =
      0.5 * nature.loyalty + 0.4 * life.engagementIn(year) + 0.5 * moodOn(life.impressions, on) + nature.standing;
    const gives = share < 0.022 * Math.exp(moved);
    const dollars = draws.pick(gifts) * (nature.kind === 'organization' ? 10 : nature.standing > 0.8 ? 2 : 1);
    const fund = draws.pick(funds);
    if (!gives || on < Math.max(from, HISTORY_BEGINS) || on > to || on >= nature.diesOn) continue;
    const DonationId = `G${numbered(life.id, life.ledger.number('Donations'))}`;
    billSale(life, 'donation', fund.toUpperCase().replaceAll(' ', '-'), dollars * 100, on);
    life.ledger.enter('Donations', DonationId, on, [], {
      DonationId,
      ID: life.id,
      Fund: fund,
      Amount: dollars,
      Currency: currency,
      DonatedOn: textOf(on),
    });
  }
}

/** Organisations put their name to conferences and summits announced from `from` to `to`. */
export function sponsor(life: Life, from: DayNumber, to: DayNumber): void {
  const { association, nature } = life;
  if (nature.kind !== 'organization') return;
  for (const gathering of association.gatherings) {
    if (gathering.kind !== 'conference' && gathering.kind !== 'summit') continue;
    if (gathering.announcedOn >= Math.max(from, HISTORY_BEGINS) && gathering.announcedOn <= to)
      considerSponsoring(life, gathering);
  }
}

function considerSponsoring(life: Life, gathering: Gathering): void {
  const { association, index, nature, ledger, id } = life;
  const draws = new Draws(association.seed, index, within(purposes.sponsoring, gathering.place));
  const size = Math.log(nature.employees / 40);
  const wish =
    0.05 *
    Math.exp(
      0.5 * size +
        0.5 * life.engagementIn(yearOf(gathering.beginsOn)) +
        0.4 * moodOn(life.impressions, gathering.announcedOn),
    );
  const sponsors = draws.chance(Math.min(0.5, gathering.kind === 'conference' ? wish : wish / 2));
  const highest = size > 3 ? 3 : size > 1.5 ? 2 : 1;
  const level = sponsorLevels[draws.whole(0, highest)] ?? sponsorLevels[0];
  const on = gathering.announcedOn + draws.whole(5, 50);
  if (!sponsors) return;
  const SponsorshipId = `S${numbered(id, ledger.number('Sponsorships'))}`;
  billSale(life, 'other', `SPONSOR-${level.name.toUpperCase()}`, level.amount * 100, on);
  ledger.enter('Sponsorships', SponsorshipId, on, [], {
    SponsorshipId,
    ID: id,
    EventId: gathering.eventId,
    Level: level.name,
    Amount: level.amount,
    Currency: currency,
    BeginsOn: textOf(on),
    EndsOn: textOf(gathering.endsOn),
  });
}
