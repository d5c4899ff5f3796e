-- Why a standing approval did nothing the last time, so that the audit is told only when that changes.
alter table copilot.standing_approvals add column last_held text;
comment on column copilot.standing_approvals.last_held is 'why the last piece of work, or a part of it, stayed with us; null when all of it was begun';
