-- Processes that run the queue: a job locked by a runner that is gone is freed at once (graphile_worker holds the jobs).
create table copilot.queue_runners (
  runner_id text primary key,
  pid       integer not null,
  started   text not null,
  machine   text not null,
  seen_at   timestamptz not null default now()
);
