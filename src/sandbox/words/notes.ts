/* What staff write down after a contact. {first} is the person's first name, {event} an event, {amount} a sum. */
export interface NoteText {
  readonly subject: string;
  readonly texts: readonly string[];
}

export const noteTexts = {
  declined_payment: {
    subject: 'Payment did not go through',
    texts: [
      '{first} called after the card was declined. New card promised by the end of the week.',
      'Card declined twice for {amount}. Left a voicemail for {first}; asked to call back before noon.',
      'Bank returned the payment. {first} says the account was changed and will send the new details.',
      'Sent {first} the link to pay {amount} again after the failed attempt.',
    ],
  },
  left_for_price: {
    subject: 'Not renewing: dues',
    texts: [
      '{first} will not renew: the dues are too high for what is used. Asked whether there is a cheaper level.',
      'Reached {first} about the lapsed membership. Says the increase was hard to justify to the employer.',
      '{first} compared us with the state society and finds us too expensive now.',
      'Called about renewal. Budget was cut, {amount} is out of reach this year. Open to coming back.',
    ],
  },
  left_after_conference: {
    subject: 'Not renewing: disappointed',
    texts: [
      '{first} is letting the membership go. Still upset about {event}: overfull rooms and sessions cancelled without notice.',
      'Long talk with {first}. The weekend at {event} was the last straw, nobody answered the complaint.',
    ],
  },
  left_for_time: {
    subject: 'Not renewing: no time',
    texts: [
      '{first} has changed role and does not have time for us. Might return later.',
      'Left membership because little was used in the past year. Friendly call, no complaint.',
      '{first} is moving out of the profession. Thanked us for the years together.',
      'No answer to three calls about renewal. Closing this for now.',
    ],
  },
  conference_complaint: {
    subject: 'Complaint about the conference',
    texts: [
      '{first} complained about {event}: registration queue of an hour, two sessions dropped. Wants a partial refund.',
      'Angry call from {first} about {event}. Room for the keynote was full, lunch ran out. Promised a written answer.',
      '{first} wrote that {event} was badly run and asked who is responsible for the venue.',
    ],
  },
  service: {
    subject: 'Member service',
    texts: [
      '{first} asked for a copy of the last invoice for the employer. Sent the same day.',
      'Updated the mailing address at the request of {first}.',
      '{first} could not sign in to the portal. Reset done together on the phone.',
      'Asked how to appear in the member directory. Explained the privacy settings to {first}.',
      '{first} wants to volunteer at a chapter meeting. Passed on to the chapter.',
      'Question about continuing education credit for a webinar. Certificate sent again.',
      '{first} called about the conference hotel block. Gave the booking code.',
      'Wants receipts by post, not e-mail. Preference noted.',
      '{first} asked whether a colleague can take over the registration. Explained the transfer rule.',
    ],
  },
  check_in: {
    subject: 'Yearly check-in call',
    texts: [
      'Check-in with the main contact. Happy with the team rate, wants a quote for five more seats.',
      'Check-in call. They use the salary survey most; the portal hardly at all.',
      'Spoke for twenty minutes. New leadership wants to see what membership brings before the next invoice.',
      'Short call. All fine, would like to speak at a webinar in spring.',
      'Check-in postponed twice by them. Sent the benefits summary instead.',
    ],
  },
} as const satisfies Record<string, NoteText>;
export type NoteCause = keyof typeof noteTexts;
