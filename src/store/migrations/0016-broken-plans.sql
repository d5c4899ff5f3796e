-- An instalment plan that broke renews nothing, however much of it was paid: iMIS does not move PaidThrough, and the rest is
-- written off. Otherwise as in 0003.
create or replace view copilot.paid_dues_lines as
select l.invoice_line_id, l.member_id, l.item_code as tier_code, l.begins_on, l.through_on, l.amount as dues, l.currency,
       case when l.is_comp then null else p.paid_on end as paid_on, l.is_comp or i.total = 0 as is_comp,
       l.source_key, l.source_updated_on
from imis.invoice_lines l
join imis.invoices i on i.invoice_id = l.invoice_id
cross join lateral (
  select max(paid_on) filter (where status = 'received') as paid_on,
         coalesce(sum(amount) filter (where status = 'received'), 0) as received,
         coalesce(sum(abs(amount)) filter (where status = 'refunded'), 0) as refunded,
         coalesce(sum(abs(amount)) filter (where status = 'written_off'), 0) as forgiven
  from imis.payments p where p.invoice_id = l.invoice_id) p
where l.line_kind = 'dues'
  and (l.is_comp or (i.balance <= 0 and p.forgiven <= p.received - p.refunded and (p.refunded = 0 or p.received > p.refunded)))
  and not exists (select 1 from imis.payment_plans b where b.invoice_id = l.invoice_id and b.status = 'broken');
create index payment_plans_invoice on imis.payment_plans (invoice_id);
