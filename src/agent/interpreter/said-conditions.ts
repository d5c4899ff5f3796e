/*
 * Conditions as they are said in daily speech, written in the plain words the grammar reads. Each theme holds its own;
 * here stands the order they are taken in, because a later one reads what an earlier one has written.
 */
import type { SetPhrase } from './rewriting.js';
import { askedFor, asWell, bothNotEither, courtesies } from './said-asking.js';
import { doneAndDoneAgain, registeredAndStayedAway, whosePeopleCame } from './said-attendance.js';
import { openCases } from './said-cases.js';
import { creditsEarned, heldOrDue, renewsItself, stillOpen } from './said-held.js';
import { mailWords, mayBeWrittenTo } from './said-mail.js';
import { nicknames, sizeAndTier, unbrokenYears } from './said-membership.js';
import { nothingOf, notOnRecord } from './said-none.js';
import { orders, ordersStandLast } from './said-orders.js';
import { whereTheyLive } from './said-places.js';
import { reasons, saysNothing } from './said-reasons.js';
import { activeOrInGrace, whoseStatus } from './said-status.js';

export const saidConditions: readonly SetPhrase[] = [
  ...mailWords,
  ...bothNotEither,
  ...nothingOf,
  ...notOnRecord,
  ...mayBeWrittenTo,
  ...whoseStatus,
  ...heldOrDue,
  ...courtesies,
  ...renewsItself,
  ...whosePeopleCame,
  ...unbrokenYears,
  ...stillOpen,
  ...openCases,
  ...sizeAndTier,
  ...nicknames,
  ...registeredAndStayedAway,
  ...whereTheyLive,
  ...askedFor,
  ...activeOrInGrace,
  ...orders,
  ...asWell,
  ...creditsEarned,
  ...doneAndDoneAgain,
  ...ordersStandLast,
  ...reasons,
  ...saysNothing,
];
