/* Words for when something first or last happened, for others ("whose employer"), and for then ("were"). Data only. */
import type { Quantity } from '../../language/counts.js';
import { said } from '../../population/said.js';
import type { Pattern } from './senses.js';

export const patternWords: Readonly<Record<Pattern, readonly string[]>> = {
  first_time: said(`
    first time, for the first time, first ever, for the first time ever, newly, ~start, ~begin, first, who first, for their first time, the first time, for a first time, first *timer, *newcomer, first timers at, first timer at, first timers for, first time ever, brand new
  `),
  stopped: said(`
    stopped, have stopped, has stopped, ~stop, used to, who used to, quit, ~quit, no longer, ~cease, gave up, have given up, has given up, ~give up, fallen off from, dropped off from, have quit, not anymore, formerly, have gone quiet on, gone quiet on, once
    used to, went quiet on, tailed off, stop, stopped their
  `),
  resumed: said(`
    resumed, ~resume, ~return to, ~come back to, ~go back to, came back and, started again, again after a break, after a break, after a gap, after a long break, after a long gap, back to, ~get back to, ~get back into, ~start again, ~restart, once again, again after a gap, ~come back after a gap and
  `),
  last: said(`
    last, most recently, most recent, latest, whose last, whose latest, whose most recent, last time they, the last time they, with a last, with their last, with a most recent, with their most recent, who last, their last, their latest, their most recent, have last, was last
  `),
};

/** "With nobody", "that have nobody", "having nobody" ... */
const having = (objects: string): string[] =>
  said(objects).flatMap((object) =>
    [
      'with',
      'have',
      'has',
      'having',
      'that have',
      'who have',
      'which have',
      'that had',
      'had',
      'where they have',
      'that sent',
      'sent',
      'who sent',
      'which sent',
    ].flatMap((verb) => [`${verb} ${object}`, ...(verb.endsWith('sent') ? [`${verb} ${object} to`] : [])]),
  );

const least: Quantity = { is: 'gte', value: 1 };

export const relationWords: readonly {
  readonly path: 'employer' | 'employees';
  readonly quantity: 'all' | 'none' | Quantity;
  readonly words: readonly string[];
}[] = [
  {
    path: 'employer',
    quantity: least,
    words: said(`
      whose employer, whose employers, whose company, whose companies, whose organization, whose organisation, whose firm, whose employer is, whose company is, whose organization is, whose organisation is, whose employer has, whose company has, whose employers are, whose org, whose org is, whose
      workplace, working for organizations, working for organisations, working for companies, working for firms, working at companies, working at organizations, ~work for organizations, ~work for organisations, ~work for companies, ~work for a company, ~work at companies, ~work at a company, ~work for an
      organization, ~work for an organisation, ~work at organizations, ~work for firms, ~work for employers, ~work for an employer, employed by organizations, employed by companies, employed by a company, employed by an organization, employed at companies, employees of organizations, employees of
      companies, employees of firms, staff of organizations, staff of companies, people at organizations, people at companies, people at firms, people from companies, people from organizations, people who work at companies, contacts at organizations, contacts at companies, people at organisations, contacts at organisations, members at companies, members at organizations, working for one of the, employed by one of the, at one of the companies
    `),
  },
  {
    path: 'employees',
    quantity: least,
    words: having(
      'somebody, someone, anybody, anyone, people, employees, staff, an employee, a person, contacts, some people, some employees, any employees, any people, at least one person, at least one employee',
    ).concat(
      said(`
      with somebody, with someone, with anybody, with anyone, with an employee, with employees, with people, with staff, with at least one person, with any employee, with any employees, with a person, whose people, whose employees, whose staff, that have people, that have someone, that have somebody, that have employees, that
      sent people to, that sent someone to, who sent someone to, who sent people to, sending people to, sending someone to, that have staff, who have people, who have staff, who have employees, with contacts, with some people, with some employees, with some staff, with anyone on staff
    `),
    ),
  },
  {
    path: 'employees',
    quantity: 'none',
    words: having(
      'nobody, no one, noone, no employees, no people, no staff, no contacts, no members, none of their people, none of their employees, none of their staff, no reps, no representatives',
    ).concat(
      said(`
      with nobody, with no one, with noone, with no employees, with no people, with no staff, without anyone, without anybody, without people, without employees, without staff, none of whose people, none of whose employees, none of whose staff, that sent nobody to, who sent nobody to, that sent no one to, where nobody, where no one, that
      have nobody, that have no one, with none of their people, with none of their employees, that have no people, that have no employees, with no contacts, with not one person, with none of their people among
    `),
    ),
  },
  {
    path: 'employees',
    quantity: 'all',
    words: said(
      'all of whose people, all of whose employees, all of whose staff, whose people have all, whose people are all, whose employees are all, whose employees have all, where everyone, where everybody, where all employees, where all people, with all of their people, with all their people, with all their employees, with everyone, with everybody, with all of their people among, with all their people among',
    ),
  },
];

/** Nouns after a number that make "with 3 people" about the people of an organisation. */
export const peopleOfAnOrganization =
  /^(people|person|employees?|staff|members?|contacts?|reps?|representatives?|delegates?|colleagues?|attendees|staffers?|workers?|folks|mbrs)$/;

export const wereWords: readonly string[] = said(
  'were, was, had been, used to be, were still, was still, were listed as, were classed as',
);

/** "In that time": the window that was said before. */
export const sameTimeWords: readonly string[] = ['in', 'during', 'over', 'within', 'for', 'at', 'across', '']
  .flatMap((preposition) =>
    ['that same', 'the same', 'same', 'that', 'this same', 'those same'].flatMap((which) =>
      said(
        'time, period, window, stretch, span, timeframe, time frame, time span, time period, interval, months, days, weeks, quarter, year, month, week, stretch of time',
      ).map((noun) => `${preposition} ${which} ${noun}`.trim()),
    ),
  )
  .filter(
    (phrase) => !/^(that|same) |^(in|during|over|within|for|at|across) that (year|month|week|quarter)$/.test(phrase),
  )
  .concat(said('meanwhile, in the meantime, over that same time, all the while, since then'));

/** What only says the pattern again. */
export const againWords: Readonly<Record<'stopped' | 'first_time', readonly string[]>> = {
  stopped: said(`
    but no longer do, but no longer does, but do not anymore, but does not anymore, but do not any more, but not anymore, but not any more, anymore, any more, but not lately, but not recently, but have stopped, but has stopped, but stopped, but quit, but no longer, but has gone quiet, but have gone quiet, but went quiet, but
    have not lately, but have not recently, but have not in a while, but not now, but do not now, but have since stopped, but no more, no more, and have stopped, and stopped, but dropped off, but fell off, but have dropped off, altogether, completely, entirely, and then stopped, but then stopped, but haven't lately, but has not lately, but has not recently, but not these days, and no longer do
  `),
  first_time: said('ever, and never before, never before, who had never come before'),
};
