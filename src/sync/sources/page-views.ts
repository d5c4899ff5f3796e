import { need, querySource } from '../source.js';
import { pageViews } from '../tables.js';

export const pageViewSource = querySource({
  entity: 'page_views',
  query: 'PageViews',
  tables: [pageViews],
  rows: (row) => [
    {
      page_view_id: need(row, 'PageViewId'),
      member_id: need(row, 'ID'),
      page: need(row, 'Page'),
      viewed_on: need(row, 'ViewedOn'),
    },
  ],
});
