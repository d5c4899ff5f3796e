/** The fields whose conditions have words of their own: yes and no of a flag, a number in its unit, values of a set. */
import { type Quantity, sayQuantity } from '../language/counts.js';

/** As they follow "members". */
export const flagPhrases: Readonly<Record<string, { readonly yes: string; readonly no: string }>> = {
  first_year: { yes: 'in their first year', no: 'not in their first year' },
  auto_renew: { yes: 'on automatic renewal', no: 'not on automatic renewal' },
  payment_plan: { yes: 'on a payment plan', no: 'not on a payment plan' },
  rejoined: { yes: 'who rejoined after a lapse', no: 'who never rejoined after a lapse' },
  high_value: { yes: 'of high value', no: 'not of high value' },
  sponsor: { yes: 'with a running sponsorship', no: 'without a running sponsorship' },
  last_payment_failed: { yes: 'whose last payment failed', no: 'whose last payment did not fail' },
  email_bounced: { yes: 'whose last email bounced', no: 'whose last email did not bounce' },
};

/** A number of a field as it follows "members"; undefined: the label and the quantity do. */
export function numberPhrase(field: string, quantity: Quantity, isOne: boolean): string | undefined {
  const said = sayQuantity(quantity);
  switch (field) {
    case 'tenure':
      return `who ${isOne ? 'has been a member' : 'have been members'} for ${said} years`;
    case 'lifetime_years':
      return `with ${said} lifetime years`;
    case 'employees':
      return `with ${said} employees`;
    case 'renewals':
      return `with ${said} renewals`;
    case 'open_cases':
      return `with ${said} open cases`;
    case 'days_overdue':
      return `with an invoice ${said} days overdue`;
    case 'engagement':
      return `with an engagement score of ${said}`;
    case 'engagement_change':
      return movement(quantity);
    default:
      return undefined;
  }
}

/** A fall is said as a fall: numbers below zero are not how people talk. */
function movement(quantity: Quantity): string | undefined {
  if ('between' in quantity) return undefined;
  const { is, value } = quantity;
  if ((is === 'lte' || is === 'lt') && value < 0)
    return `whose engagement fell by ${sayQuantity({ is: is === 'lte' ? 'gte' : 'gt', value: -value })} points`;
  if ((is === 'gte' || is === 'gt') && value > 0)
    return `whose engagement rose by ${sayQuantity({ is, value })} points`;
  return undefined;
}
