/*
 * What staff write down after a contact: patterns as in `writing`. $selfFirst is the person's first name, $event an
 * event, $amount a sum.
 */
import type { Sentiment, Topic } from './topics.js';

export interface NoteText {
  readonly subject: string;
  readonly topic: Topic;
  readonly sentiment: Sentiment;
  readonly texts: readonly string[];
}

export const noteTexts = {
  declined_payment: {
    subject: 'Payment did not go through',
    topic: 'dues_billing',
    sentiment: 'neutral',
    texts: [
      '$selfFirst called after the card was declined. New card promised {by the end of the week|for Friday|tomorrow}.',
      'Card declined {twice|again} for $amount. Left a voicemail for $selfFirst{|; asked to call back before noon}.',
      'Bank returned the payment. $selfFirst says the account was {changed|closed} and will send the new details.',
      'Sent $selfFirst the link to pay $amount again after the failed attempt.',
      '{Third|Second} attempt failed. {Called|Reached} $selfFirst at $phone; will pay by check.',
    ],
  },
  left_for_price: {
    subject: 'Not renewing: dues',
    topic: 'dues_billing',
    sentiment: 'negative',
    texts: [
      '$selfFirst will not renew: the dues are too high for what is used. {Asked whether there is a cheaper level|Would come back at a lower rate}.',
      'Reached $selfFirst about the lapsed membership. Says the increase was hard to justify to the employer.',
      '$selfFirst compared us with the state society and finds us too expensive now.',
      'Called about renewal. Budget was cut, $amount is out of reach this year. {Open to coming back|Try again in spring}.',
      'Employer stopped paying dues{| for the whole team}; $selfFirst {cannot carry $amount alone|is sorry to go}.',
    ],
  },
  left_after_conference: {
    subject: 'Not renewing: disappointed',
    topic: 'conference_content',
    sentiment: 'negative',
    texts: [
      '$selfFirst is letting the membership go. Still upset about $event: overfull rooms and sessions cancelled without notice.',
      'Long talk with $selfFirst. The weekend at $event was the last straw, nobody answered the complaint.',
      '{Calm|Short} call: after $event $selfFirst {lost trust in us|sees no reason to stay}. {Offered a credit, declined|Asked not to be called again}.',
    ],
  },
  left_for_time: {
    subject: 'Not renewing: no time',
    topic: 'membership_value',
    sentiment: 'neutral',
    texts: [
      '$selfFirst has changed role and does not have time for us. {Might return later|Wants the newsletter still}.',
      'Left membership because little was used in the past year. {Friendly call, no complaint|No hard feelings}.',
      '$selfFirst is moving out of the profession. Thanked us for the years together.',
      'No answer to {three|four} calls about renewal. Closing this for now.',
      '$selfFirst {takes care of a relative|is on leave} and pauses everything. Ask again {next year|in autumn}.',
    ],
  },
  conference_complaint: {
    subject: 'Complaint about the conference',
    topic: 'venue',
    sentiment: 'negative',
    texts: [
      '$selfFirst complained about $event: registration queue of an hour, {two|three} sessions dropped. Wants a partial refund.',
      'Angry call from $selfFirst about $event. Room for the keynote was full, lunch ran out. Promised a written answer.',
      '$selfFirst wrote that $event was badly run and asked who is responsible for the venue.',
      '$selfFirst {stood outside|was turned away from} two workshops at $event, {travelled five hours for it|wants the fee back}. Met $colleague there, same complaint.',
    ],
  },
  service: {
    subject: 'Member service',
    topic: 'customer_service',
    sentiment: 'neutral',
    texts: [
      '$selfFirst asked for a copy of the last invoice for the employer. Sent {the same day|by mail}.',
      'Updated the mailing address at the request of $selfFirst{|: $address}.',
      '$selfFirst could not sign in to the portal. Reset done together on the phone.',
      'Asked how to appear in the member directory. Explained the privacy settings to $selfFirst.',
      '$selfFirst wants to volunteer at a chapter meeting. Passed on to the chapter.',
      'Question about continuing education credit for a webinar. Certificate sent again.',
      '$selfFirst called about the conference hotel block. Gave the booking code.',
      'Wants receipts by post, not e-mail. Preference noted{|; calls only at $phone}.',
      '$selfFirst asked whether a colleague{| ($colleague)} can take over the registration. Explained the transfer rule.',
      '$selfFirst asked {for the level that fits after retirement|about the retired rate}. Explained both.',
      'New e-mail for $selfFirst: $email. {Changed in the record|Please check the old one is gone}.',
    ],
  },
  check_in: {
    subject: 'Yearly check-in call',
    topic: 'membership_value',
    sentiment: 'neutral',
    texts: [
      'Check-in with the main contact. Happy with the team rate, wants a quote for {five|three|ten} more seats.',
      'Check-in call. They use the salary survey most; the portal hardly at all.',
      'Spoke for twenty minutes. New leadership wants to see what membership brings before the next invoice.',
      'Short call. All fine, would like to speak at a webinar in {spring|autumn}.',
      'Check-in postponed twice by them. Sent the benefits summary instead.',
      'New contact is $colleague, $strangerEmail. {Handover went well|Knows little about us yet}.',
    ],
  },
} as const satisfies Record<string, NoteText>;
export type NoteCause = keyof typeof noteTexts;
