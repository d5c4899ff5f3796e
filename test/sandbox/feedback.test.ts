import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../src/domain/day.js';
import { numberOf } from '../../src/sandbox/calendar.js';
import { associationOn, type Life } from '../../src/sandbox/life.js';
import { live } from '../../src/sandbox/live.js';
import { type Topic, type TrueText, textsOfLife, topics, trueTexts } from '../../src/sandbox/truth.js';
import { experienceKinds, experienceWords } from '../../src/sandbox/words/experiences/all.js';

const SEED = 1;
const MEMBERS = 3000;
const TODAY = day('2026-11-21');
let texts: readonly TrueText[];
let lives: readonly Life[];
beforeAll(() => {
  const association = associationOn(SEED, MEMBERS, numberOf(TODAY));
  lives = Array.from({ length: MEMBERS }, (_, index) => live(association, index));
  texts = lives.flatMap((life) => textsOfLife(life));
});

const ofMembers = () => texts.filter(({ source }) => source !== 'case_resolution' && source !== 'note');
const share = <T>(of: readonly T[], fits: (one: T) => boolean): number => of.filter(fits).length / of.length;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('every topic is spoken of in several hundred phrasings', () => {
  const distinct = (topic: Topic) =>
    new Set(ofMembers().flatMap((text) => (text.topics.includes(topic) ? [text.text] : []))).size;
  for (const topic of topics) expect(distinct(topic), topic).toBeGreaterThan(300);
  expect(new Set(ofMembers().map(({ text }) => text)).size / ofMembers().length).toBeGreaterThan(0.85);
});

test('every experience there are words for is lived by somebody', () => {
  const lived = new Set(ofMembers().map(({ experience }) => experience));
  expect(experienceKinds.filter((kind) => !lived.has(kind))).toEqual([]);
});

test('good and bad, mixed and plain, urgent and calm, sarcastic and sincere texts are all there', () => {
  const all = ofMembers();
  const shares = Object.fromEntries(
    (['positive', 'negative', 'neutral', 'mixed'] as const).map((sentiment) => [
      sentiment,
      share(all, (text) => text.sentiment === sentiment),
    ]),
  );
  for (const [sentiment, part] of Object.entries(shares)) expect(part, sentiment).toBeGreaterThan(0.05);
  expect(shares['negative']).toBeLessThan(0.45);
  expect(share(all, ({ urgency }) => urgency === 'high')).toBeGreaterThan(0.03);
  expect(share(all, ({ isSarcastic }) => isSarcastic)).toBeGreaterThan(0.01);
});

test('about one text in a hundred gives orders to a machine', () => {
  const injected = share(ofMembers(), ({ isInjection }) => isInjection);
  expect(injected).toBeGreaterThan(0.006);
  expect(injected).toBeLessThan(0.018);
});

test('the sentiment of a text is that of its experience, or mixed', () => {
  const known = new Set<string>(experienceKinds);
  const wrong = ofMembers().filter((text) => {
    if (!known.has(text.experience)) return true;
    const { sentiment, topic } = experienceWords[text.experience as keyof typeof experienceWords];
    return (text.sentiment !== sentiment && text.sentiment !== 'mixed') || !text.topics.includes(topic);
  });
  expect(wrong).toEqual([]);
});

describe('personal details in texts', () => {
  const shapes = {
    name: /^\p{L}[\p{L}' .’-]+$/u,
    email: /^\S+@\S+\.(example\.(org|net|com)|example)$/i,
    phone: /^(\+1 )?\(?\d{3}\)?[ .-]555[ .-]01\d\d$/,
    address: /^\d+ .+ \d{5}$/,
    card: /^(\d{4} ?){4}$/,
    birth_date: /\d{4}$/,
    member_id: /^\d{6}$/,
  } as const;

  test('stand where the truth says, each in the shape of its kind', () => {
    const seen = new Map<string, number>();
    const misshapen: string[] = [];
    for (const { text, spans } of texts)
      for (const { start, end, kind } of spans) {
        const said = text.slice(start, end);
        if (!shapes[kind].test(said)) misshapen.push(`${kind}: ${said}`);
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    expect(misshapen).toEqual([]);
    for (const kind of Object.keys(shapes)) expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(15);
  });

  test('never escape the truth: every e-mail address and telephone number has its span', () => {
    const found = /[\w.]+@[\w.]+\.example\.(?:org|net|com)|555[ .-]01\d\d/gi;
    const escaped = texts.filter(({ text, spans }) =>
      [...text.matchAll(found)].some(({ index }) => !spans.some(({ start, end }) => start <= index && index < end)),
    );
    expect(escaped).toEqual([]);
  });

  test('no pattern is left unfilled', () => {
    expect(texts.filter(({ text }) => /[{}|]|\$[a-z]/i.test(text)).map(({ text }) => text)).toEqual([]);
  });
});

describe('one thing leads to another', () => {
  test('the bad conference is rated badly, and others well', () => {
    const ratings = (survey: string) =>
      lives.flatMap(({ ledger }) =>
        ledger.rows.SurveyAnswers.flatMap(({ value }) => (value['Survey'] === survey ? [Number(value['Rating'])] : [])),
      );
    expect(mean(ratings('Annual Conference 2025 evaluation'))).toBeLessThan(2.5);
    expect(mean(ratings('Annual Conference 2024 evaluation'))).toBeGreaterThan(3.6);
  });

  test('low ratings come with unhappy comments, high ones with happy ones', () => {
    const truth = new Map(texts.map((text) => [text.textId, text.sentiment]));
    const rated = lives.flatMap(({ ledger }) =>
      ledger.rows.SurveyAnswers.flatMap(({ key, value }) => {
        const sentiment = truth.get(`survey-${key}`);
        return sentiment === undefined ? [] : [{ rating: Number(value['Rating']), sentiment }];
      }),
    );
    const low = rated.filter(({ rating }) => rating <= 2);
    const high = rated.filter(({ rating }) => rating >= 4);
    expect(Math.min(low.length, high.length)).toBeGreaterThan(100);
    expect(share(low, ({ sentiment }) => sentiment === 'negative' || sentiment === 'mixed')).toBe(1);
    expect(share(high, ({ sentiment }) => sentiment === 'positive' || sentiment === 'mixed')).toBe(1);
  });

  test('those who spoke badly of us before the notice renew less often', () => {
    const upsetOn = new Map<string, number[]>();
    for (const { memberId, sentiment, on, source } of texts)
      if (sentiment === 'negative' && source !== 'note')
        upsetOn.set(memberId, [...(upsetOn.get(memberId) ?? []), numberOf(on)]);
    const people = lives.filter(({ nature }) => nature.kind === 'person' && !nature.isComp);
    const decisions = people.flatMap(({ id, decisions: all }) =>
      all.map((decision) => ({
        ...decision,
        isUpset: (upsetOn.get(id) ?? []).some((on) => on <= decision.noticeOn && on > decision.noticeOn - 270),
      })),
    );
    const settled = decisions.filter(
      ({ noticeOn }) => noticeOn > numberOf('2022-01-01') && noticeOn < numberOf('2026-04-01'),
    );
    const rate = (isUpset: boolean) =>
      share(
        settled.filter((decision) => decision.isUpset === isUpset),
        ({ renewed }) => renewed,
      );
    expect(settled.filter(({ isUpset }) => isUpset).length).toBeGreaterThan(200);
    expect(rate(false) - rate(true)).toBeGreaterThan(0.03);
  });

  test('cases are closed within weeks, a few are still open, and more come after the bad conference', () => {
    const cases = lives.flatMap(({ ledger }) => ledger.rows.Cases.map(({ value }) => value));
    const open = cases.filter(({ Status }) => Status === 'open');
    const opened = (from: string, to: string) =>
      cases.filter(({ OpenedOn }) => String(OpenedOn) >= from && String(OpenedOn) < to).length;
    expect(share(lives, ({ ledger }) => ledger.rows.Cases.length > 0)).toBeGreaterThan(0.25);
    expect(share(lives, ({ ledger }) => ledger.rows.Cases.length > 0)).toBeLessThan(0.75);
    expect(open.length).toBeGreaterThan(5);
    expect(open.length / cases.length).toBeLessThan(0.06);
    expect(
      cases.every(
        ({ Status, ClosedOn, Resolution }) =>
          (Status === 'open') === (ClosedOn === undefined && Resolution === undefined),
      ),
    ).toBe(true);
    expect(opened('2025-09-10', '2025-11-10')).toBeGreaterThan(1.2 * opened('2024-09-10', '2024-11-10'));
  });
});

test('the same texts come on every run', () => {
  const [first, second] = [0, 1].map(() => [...trueTexts(9, 40, TODAY)]);
  expect(first).toEqual(second);
  expect((first ?? []).length).toBeGreaterThan(50);
});
