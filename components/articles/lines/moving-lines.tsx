'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { keptValues, newerValues, useFormFacts } from '@/components/ui/forms/form-context';
import { useScripted } from '@/components/ui/forms/use-scripted';
import { lineOf, linesSent } from '@/domain/articles/lines/written-lines';
import { LINES_COME } from '../writing/form-fields';
import type { Moves } from './move-buttons';
import { useOrder } from './use-order';

/** A line as it is drawn. `moves`: not where no script runs, there an emptied line is taken out. */
export type Line = { name: string; at: number; moves: Moves | null };

type LinesProps = {
  part: string;
  /** how many are written, how many there may be, and how many empty ones stand at the end: all there are where no script adds more */
  count: number;
  most: number;
  spare: number;
  /** what its button says that adds one */
  add: string;
  line: (line: Line) => ReactNode;
};

/** The lines of a part. They are sent in the order in which they stand; each keeps its name wherever it is moved. */
export function MovingLines({ part, count, most, spare, add, line: draw }: LinesProps) {
  const t = useTranslations('articles.lines');
  const scripted = useScripted();
  const { state } = useFormFacts();
  const newer = newerValues(state) ?? {};
  // What somebody else wrote meanwhile has its line here too, so that nothing of hers is taken out unseen.
  const all = Array.from({ length: most }, (_, at) => at);
  const hers = all.filter((at) => newer[`titleVi[${lineOf(part, at)}]`]);
  // Without a script a refusal draws the page anew: its lines are those that were sent, however many stand there by now.
  const lines = useOrder(linesSent(part, most, keptValues(state)) ?? all.slice(0, count + spare), hers);
  const { order } = lines;
  useLinesThatCome(lines, (fields) => linesSent(part, most, fields));
  const free = all.find((at) => !order.includes(at));
  const movesOf = (line: number, at: number): Moves => ({
    up: at > 0 ? (title) => lines.move(line, at - 1, title) : undefined,
    down: at < order.length - 1 ? (title) => lines.move(line, at + 1, title) : undefined,
    remove: (title) => lines.remove(line, title),
  });
  return (
    <div ref={lines.frame} tabIndex={-1}>
      <ol className="grid gap-6">
        {order.map((line, at) => (
          <li key={line}>{draw({ name: lineOf(part, line), at, moves: scripted ? movesOf(line, at) : null })}</li>
        ))}
      </ol>
      <p role="status" className="mt-3 min-h-6 text-ink-2 text-sm">
        {lines.said}
      </p>
      {scripted && free !== undefined && (
        <Button icon="plus" compact className="mt-1" onClick={() => lines.add(free)}>
          {add}
        </Button>
      )}
      {!scripted && <p className="mt-3 text-ink-2 text-sm">{t('more')}</p>}
    </div>
  );
}

/** What was kept of the form on this device is put back: it has those lines then, in their order, before their words come. */
function useLinesThatCome(
  { frame, take }: Pick<ReturnType<typeof useOrder>, 'frame' | 'take'>,
  orderIn: (fields: Record<string, string>) => readonly number[] | null,
): void {
  const come = useEffectEvent((event: Event) => {
    const order = event instanceof CustomEvent ? orderIn(event.detail) : null;
    if (order) flushSync(() => take(order));
  });
  useEffect(() => {
    const form = frame.current?.closest('form');
    const listen = (event: Event) => come(event);
    form?.addEventListener(LINES_COME, listen);
    return () => form?.removeEventListener(LINES_COME, listen);
  }, [frame]);
}
