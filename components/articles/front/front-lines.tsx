'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type FrontLine, type FrontPiece, lineOf } from '@/domain/articles/front/front';
import type { Day } from '@/domain/days/day';
import { FrontLineRow } from './front-line-row';
import { useDragging } from './use-dragging';

const never = () => () => undefined;
const useScripted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

type LinesProps = { lines: readonly (FrontLine & FrontPiece)[]; today: Day };

/**
 * The lines of a spot: moved by dragging, by Alt with the arrows, or by buttons. They are sent in the order in which they stand; without a
 * script a button sends the form.
 */
export function FrontLines({ lines, today }: LinesProps) {
  const t = useTranslations('front');
  const scripted = useScripted();
  const [order, keep] = useState(() => lines.map((_, at) => at));
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<HTMLElement | null>(null);

  // A line that moves in the document loses the focus; whoever moves it by keys goes on from there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moved it
  useEffect(() => {
    focused.current?.focus();
    focused.current = null;
  }, [order]);

  const titleOf = (line: number) => lines[line]?.title ?? '';
  function move(line: number, to: number): void {
    const from = order.indexOf(line);
    if (from === to || to < 0 || to >= order.length) return;
    focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    keep(order.filter((other) => other !== line).toSpliced(to, 0, line));
    say(t('moved', { title: titleOf(line), place: to + 1, count: order.length }));
  }
  function remove(line: number): void {
    keep(order.filter((other) => other !== line));
    say(t('removed', { title: titleOf(line) }));
    list.current?.focus();
  }
  const drag = useDragging(list, order, move);

  return (
    <>
      {order.length === 0 && <p className="text-ink-2">{t('none')}</p>}
      <ol ref={list} tabIndex={-1} className="grid gap-4" aria-label={t('lines')}>
        {order.map((line, at) => {
          const piece = lines[line];
          return (
            piece && (
              <FrontLineRow
                key={line}
                name={lineOf(line)}
                at={at}
                count={order.length}
                line={piece}
                today={today}
                moves={
                  scripted && {
                    to: (place) => move(line, place),
                    remove: () => remove(line),
                    grip: drag.gripOf(line),
                    dragged: drag.dragged === line,
                  }
                }
              />
            )
          );
        })}
      </ol>
      <p role="status" className="mt-3 min-h-6 text-ink-2 text-sm">
        {said}
      </p>
    </>
  );
}
