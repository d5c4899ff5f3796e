/* Words nothing here is called by, and what they are most often meant for: offered as choices, never taken silently. */
import { said } from '../../population/said.js';

const table: readonly (readonly [words: string, meanings: string])[] = [
  ['turned, converted, upgraded, moved, switched, transitioned', 'joined, renewed'],
  ['spoke, presented, spoken, speaking, speaker, speakers, presenters, presenter', 'attended, volunteered'],
  ['contacted, reached, called, messaged, approached', 'emailed us, had a note'],
  [
    'chair, chairs, chairing, chaired, chairman, chairperson, leader, leaders, officer, officers',
    'on a committee, volunteered',
  ],
  ['interested, interest, keen, curious', 'viewed a page, attended an event'],
  ['platinum, gold, silver, bronze, premium, elite, basic', 'of high value, corporate'],
  ['unhappy, angry, upset, frustrated, dissatisfied, annoyed', 'opened a case, answered a survey'],
  ['happy, satisfied, pleased, promoters, promoter', 'answered a survey, attended an event'],
  ['delinquents, deadbeats, stragglers, nonpayers', 'with an overdue balance, with an open balance'],
  [
    'absent, missing, away, silent, invisible, hiding, vanished, disappeared',
    'who did not log in in the last 6 months, who did not attend an event in the last 12 months',
  ],
  ['watched, viewed, streamed, listened, tuned', 'attended, viewed a page'],
  ['cheap, discounted, discount, comp, complimentary, free', 'in their first year, with an open balance'],
  ['nearby, local', 'in a chapter, with a city'],
  ['influential, important, prominent, notable, strategic, stars, star', 'of high value, on a committee'],
  [
    'unsure, undecided, wavering, shaky, fading, slipping, cooling, declining',
    'who did not log in in the last 6 months, in grace',
  ],
  ['refunded, refund, refunds', 'who made a payment, with an open balance'],
  ['lost, missing, unreachable', 'lapsed, who can not be contacted by email'],
  ['connected, networked, networking, social', 'who posted, who attended an event'],
  ['trained, educated, learning, qualified, skilled', 'certified, who completed a course'],
  ['studying, taking', 'with a certification in progress, who completed a course'],
  ['supporters, supportive, backers, patrons, patron', 'who donated, sponsors'],
  ['abroad, overseas, international, foreign', 'with a country, without a state'],
  ['unemployed, freelance, freelancers, independent', 'without an employer'],
  [
    'directors, managers, executives, ceos, presidents, vps, nurses, engineers, teachers, professors',
    'with a job title',
  ],
  ['duplicates, duplicate, dupes, dupe', 'without an email address, without a phone number'],
  ['owners, assigned, portfolio', 'with a relationship manager, without a relationship manager'],
  ['online, digital, virtual', 'who logged in, who attended a webinar'],
  ['downgraded, reduced, cancelled, canceled, resigned', 'lapsed, not on automatic renewal'],
  ['expensive, costly, pricey, rich, wealthy', 'of high value, who donated'],
  ['responsive, respond, responded, replied, answered', 'who opened an email, who answered a survey'],
];

const meanings = new Map(table.flatMap(([words, meant]) => said(words).map((word) => [word, said(meant)] as const)));

/** What a word may have been meant for, in words the interpreter reads. */
export const meantBy = (word: string): readonly string[] => meanings.get(word) ?? [];
