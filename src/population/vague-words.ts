/** Words that mean something else to everybody, each with two or three meanings the interpreter reads. */
import type { VagueWord } from './leaves.js';
import { said } from './said.js';

export const vague: readonly VagueWord[] = [
  {
    words: said(`
        engaged, involved, highly engaged, most engaged, engagement, participating, committed, good, best, great, special, top notch, important, good ones, best ones, keen, enthusiastic, dedicated, the good, the best
      `),
    why: 'has no single meaning here',
    choices: [
      'members who attended at least 1 event in the last 12 months',
      'members who logged in at least 1 time in the last 90 days',
      'members on a committee',
    ],
  },
  {
    words: said(`
        inactive, disengaged, dormant, unengaged, quiet, gone quiet, gone dark, inactivity, not engaged,
        asleep, ghosted
      `),
    why: 'has no single meaning here',
    choices: [
      'members who did not log in in the last 6 months',
      'members who did not attend an event in the last 12 months',
      'lapsed members',
    ],
  },
  {
    words: said(`
        loyal, longstanding, long standing, long time, longtime, long term, veteran, seasoned, old timer,
        old timers, long serving, old time, faithful, devoted, steadfast, old guard, old hands, diehard, die hard, stalwart, stalwarts
      `),
    why: 'needs a number of years',
    choices: ['members for at least 5 years', 'members for at least 10 years'],
  },
  {
    words: said(`
        large, big, small, large organizations, small organizations, mid size, midsize
      `),
    why: 'needs a size',
    choices: ['organizations with at least 500 employees', 'organizations with fewer than 50 employees'],
  },
  {
    words: said(`
      whose certification ~end, whose certification ~expire, whose certification ~run out, whose certification ~lapse, whose certification is ending, whose certification is expiring, whose certification is running out, whose certification is up, whose certifications ~expire, whose certifications ~end, whose certs ~expire, whose cert ~expire, whose credential ~expire, whose credentials ~expire, certification ending, certification expiring, certifications ending, certifications expiring, certifications running out, certification running out, certification expires, certification ends,
      cert expiring, certs expiring, certs running out, certs ending, certs up, certs due, cert running out, cert ending, credentials expiring, credential expiring, credentials running out, certification expiry, certification expiration, cert expiry, up for recertification, due for recertification, due to recertify, recertification due, recerts due, certs up for renewal, certifications up for renewal
    `),
    why: 'is no date that people are chosen by here: a certification is held or in progress',
    choices: ['members with a certification', 'members with a certification in progress'],
  },
  {
    words: ['local', 'nearby', 'near us', 'in the area', 'in our area'],
    why: 'needs a place',
    choices: [],
  },
  {
    words: said(`
      at risk, likeliest to leave, most likely to leave, most likely to lapse, most likely to churn, most likely to walk away, most likely to walk, most likely to drop, most likely to drop off, most likely to quit, most likely to go, most at risk, at most risk, at the most risk, likely to walk away, likely to walk, likely to drop, likely to drop off, likely to drop out, likely to quit, likely to go, likely to not renew, likely not to renew, least likely to renew, not likely to renew, might leave, might lapse, might not renew, may leave, may lapse, may not renew, could leave, could lapse, going to leave us, about to walk away, about to quit, thinking of leaving, thinking about leaving, considering leaving, one foot out the door, with one foot out the door, slipping away, likelihood to leave, likelihood of leaving, likelihood of lapsing, likelihood to renew, likelihood of renewal, likelihood of renewing, likelihood to lapse, likelihood to churn, probability of leaving, probability of renewal, probability of renewing, probability to renew, probability of lapsing, chance of leaving, chance of renewing, chance of lapsing, chances of renewing, chances of leaving, renewal likelihood, renewal probability, renewal score, renewal scores, churn score, churn scores, churn probability, churn likelihood, propensity to renew, propensity to leave, renewal propensity, risk score, risk scores, risk of leaving, risk of lapsing, risk of churn, risk of churning, risk of not renewing, retention risk, retention risks, attrition risk, high risk, risky, likely to leave, likely to lapse, likely to churn, in danger, in danger of lapsing, about to leave, unlikely to renew, wobbly, on the fence, vulnerable, churn risk, churn risks, flight risk, flight risks,
      at risk of lapsing, at risk of leaving, at risk of not renewing, medium risk, low risk, likely to renew
    `),
    why: 'is not scored yet',
    choices: [
      'members expiring in the next 90 days who did not log in in the last 6 months',
      'members in grace',
      'members with an engagement score of less than 25',
    ],
  },
  {
    words: said(
      'high engagement, highly active, very active, very engaged, super engaged, strongly engaged, heavily involved, well engaged, good engagement, strong engagement',
    ),
    why: 'needs a line',
    choices: ['members with an engagement score of more than 75', 'members with an engagement score of more than 90'],
  },
  {
    words: said(
      'low engagement, poorly engaged, barely engaged, weak engagement, hardly engaged, poor engagement, little engagement, zero engagement, no engagement',
    ),
    why: 'needs a line',
    choices: ['members with an engagement score of less than 25', 'members with an engagement score of less than 10'],
  },
  {
    words: said(
      'big donors, big bucks, big dollars, big money, major bucks, major donors, major donor, big donor, large donors, big givers, major givers, generous, big spenders, big spender, heavy spenders, whales, heavy hitters',
    ),
    why: 'needs an amount',
    choices: ['members who donated at least 1,000.00 USD', 'members who paid at least 1,000.00 USD'],
  },
  {
    words: said(
      'frequent, regular, regulars, frequently, regularly, often, repeatedly, heavy, habitual, a lot, consistently, constantly, all the time, routinely',
    ),
    why: 'needs a number',
    choices: [
      'members who attended an event at least 3 times in the last 12 months',
      'members who logged in at least 12 times in the last 12 months',
    ],
  },
  {
    words: ['recently active', 'active lately', 'active recently'],
    why: 'may mean the membership or what they did',
    choices: ['active members', 'members who logged in at least 1 time in the last 90 days'],
  },
];
