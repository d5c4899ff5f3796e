/* How staff close a case: by topic, done well; and how a case is closed that nobody really looked at. */
import type { Topic } from './topics.js';

export const resolutions: Readonly<Record<Topic, readonly string[]>> = {
  dues_billing: [
    '{Refunded|Returned} the {second|extra} payment, {confirmed by mail|told $selfFirst on the phone}.',
    '{Corrected|Re-issued} invoice $invoice {and sent it|with the right address}.',
    'Sent {the receipt|a paid copy} as PDF.',
    'Explained the {new dues|price list}; {offered to pay in three parts|noted the complaint for the board}.',
  ],
  website_login: [
    'Reset the password {together|on the phone with $selfFirst}; {sign-in works|signed in while we spoke}.',
    'Account {unlocked|merged with the old one}. {Cause: two e-mail addresses|Told $selfFirst why}.',
    '{Fixed|Reported and fixed} the {link|page}; {answered by mail|sent the new address of the page}.',
  ],
  conference_content: [
    '{Forwarded|Passed on} to the program committee; {apology sent|answered in writing}.',
    '{Credit|Partial refund} for the dropped {session|workshop} {granted|booked}.',
    'Sent {slides|the link to the recordings}.',
  ],
  venue: [
    '{Apologized|Called $selfFirst to apologize}; {shared with the event team|noted for next year’s venue}.',
    'Sent the {booking code|parking map}.',
  ],
  networking: [
    '{Introduced|Put in touch with} $colleague from the same {region|field}.',
    'Directory entry {updated|switched to public} at the member’s wish.',
  ],
  certification_courses: [
    'Credits {posted|added by hand}; {transcript sent|certificate issued}.',
    'Checked with the {course provider|education desk}: {hours confirmed|exam moved to the next date}.',
    'Explained the {rules|requirements}, sent the candidate handbook.',
  ],
  customer_service: [
    '{Called back|Phoned $selfFirst} and {apologized|went through all open points}. {All settled|Done}.',
    'Took over from {finance|events}; {answered|settled} the same day.',
  ],
  advocacy: [
    'Sent our {position paper|summary of the bill}.',
    'Passed on to the advocacy committee, {answered by mail|$selfFirst informed}.',
  ],
  publications: [
    '{Missing issue|Spring issue} sent again, address {checked|corrected}.',
    'Sent the article as {PDF|a link}.',
  ],
  volunteering: [
    '{Put in touch with|Introduced to} the committee chair.',
    '{Thanked|Called $selfFirst}, agreed on {fewer hours|a second person}.',
  ],
  membership_value: [
    '{Went through|Talked about} the benefits {on the phone|with $selfFirst}; {sent the overview|will try the library}.',
    'Sent a list of what was used {this year|in two years}.',
  ],
  renewal_process: [
    'Automatic renewal {switched off|cancelled}; {dues refunded|refund approved}.',
    '{Renewed|Completed the renewal} from our side, {receipt sent|confirmed by mail}.',
    'Told $selfFirst the {end date|grace period} and {sent the form|the next steps}.',
  ],
};

export const poorResolutions: readonly string[] = [
  'Closed, no answer from member.',
  'Sent {the usual|the standard} reply.',
  'Member should {use the website|read the FAQ}.',
  'Duplicate{.|, see other ticket.}',
  'Done.',
  'Forwarded to {finance|events|IT}. Closing here.',
];
