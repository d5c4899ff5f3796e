import { need, querySource } from '../source.js';
import { downloads } from '../tables.js';

export const downloadSource = querySource({
  entity: 'downloads',
  query: 'Downloads',
  tables: [downloads],
  rows: (row) => [
    {
      download_id: need(row, 'DownloadId'),
      member_id: need(row, 'ID'),
      document: need(row, 'Document'),
      downloaded_on: need(row, 'DownloadedOn'),
    },
  ],
});
