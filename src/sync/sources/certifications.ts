import { need, numeric, oneOf, querySource, text } from '../source.js';
import { certifications } from '../tables.js';

const statuses = ['in_progress', 'certified', 'expired'];

export const certificationSource = querySource({
  entity: 'certifications',
  query: 'Certifications',
  tables: [certifications],
  rows: (row) => [
    {
      certification_id: need(row, 'CertificationId'),
      member_id: need(row, 'ID'),
      program: need(row, 'Program'),
      status: oneOf(row, 'Status', statuses),
      required_credits: numeric(row, 'RequiredCredits'),
      earned_credits: numeric(row, 'EarnedCredits'),
      started_on: need(row, 'StartedOn'),
      certified_on: text(row['CertifiedOn']),
      expires_on: text(row['ExpiresOn']),
    },
  ],
});
