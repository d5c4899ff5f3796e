import { randomUUID } from 'node:crypto';
import { type Request, Router } from 'express';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import * as z from 'zod';
import type { Turn } from '../../../agent/turn.js';
import { report } from '../../../errors.js';
import { showDesk } from '../desk.js';
import { ProposalCardView } from '../pages/proposal.js';
import { ReceiptView } from '../pages/receipt.js';
import { FailedTurn, PendingTurn, TurnView } from '../pages/turn.js';
import type { ConsoleParts } from '../parts.js';
import { runningTurns, type TurnEvent } from '../running-turns.js';
import { isPart, type Visit, type Visits } from '../visits.js';

const AskForm = z.object({ text: z.string(), thread: z.string().max(100).optional() });

/** Asking, and where the numbers of an answer come from. */
export function conversationRoutes(parts: ConsoleParts, visits: Visits): Router {
  const router = Router();
  const turns = runningTurns();

  const viewOf = async (said: string, turn: Turn, visit: Visit): Promise<VNode> => (
    <TurnView
      said={said}
      turn={turn}
      csrf={visit.csrf}
      proposal={
        turn.proposal && (
          <ProposalCardView proposal={await parts.proposal(turn.proposal.id, visit.actor)} csrf={visit.csrf} />
        )
      }
    />
  );

  const answered = async (
    { text, thread }: z.output<typeof AskForm>,
    visit: Visit,
    tell: (event: TurnEvent) => void,
  ): Promise<string> => {
    try {
      const turn = await parts.ask({ text, actor: visit.actor, ...(thread && { thread }) }, tell);
      return render(await viewOf(text, turn, visit));
    } catch (error) {
      parts.onDefect(error);
      const { message, next } = report(error);
      return render(<FailedTurn said={text} message={`${message} ${next}`} />);
    }
  };

  router.get('/', async (request, response, next) => {
    const visit = await visits.of(request);
    if (!visit) return next();
    await showDesk(parts, visits, response, visit, { thread: randomUUID() });
  });

  router.post('/ask', async (request, response) => {
    const visit = await visits.must(request);
    const asked = AskForm.parse(request.body);
    if (isPart(request)) {
      const id = turns.begin(visit.actor.id, (tell) => answered(asked, visit, tell));
      response.type('html').send(render(<PendingTurn id={id} said={asked.text} />));
      return;
    }
    const turn = await parts.ask(
      { text: asked.text, actor: visit.actor, ...(asked.thread && { thread: asked.thread }) },
      () => {},
    );
    await showDesk(parts, visits, response, visit, {
      thread: turn.thread,
      conversation: await viewOf(asked.text, turn, visit),
    });
  });

  router.get('/turns/:id', async (request, response) => {
    const visit = await visits.must(request);
    const send = (event: TurnEvent): void => {
      response.write(`event: ${event.kind}\ndata: ${JSON.stringify(event.text)}\n\n`);
      if (event.kind === 'done') response.end();
    };
    response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    const stop = turns.listen(request.params.id, visit.actor.id, send);
    if (stop) closing(request, stop);
    else send({ kind: 'done', text: render(<FailedTurn said="" message="This answer is gone. Ask again." />) });
  });

  router.get('/receipts/:id', async (request, response) => {
    const visit = await visits.must(request);
    const { receipt, definition, again } = await parts.receipt(request.params.id, visit.actor);
    visits.page(response, receipt.id, <ReceiptView receipt={receipt} definition={definition} again={again} />, visit);
  });

  return router;
}

const closing = (request: Request, stop: () => void): void => {
  request.on('close', stop);
};
