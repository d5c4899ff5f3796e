import { need, querySource } from '../source.js';
import { renewalSettings } from '../tables.js';

export const renewalSettingSource = querySource({
  entity: 'renewal_settings',
  query: 'RenewalSettings',
  tables: [renewalSettings],
  rows: (row) => [{ member_id: need(row, 'ID'), auto_renew: row['AutoRenew'] === true }],
});
