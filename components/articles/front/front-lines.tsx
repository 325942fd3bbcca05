'use client';

import { useTranslations } from 'next-intl';
import { useRef, useSyncExternalStore } from 'react';
import { type FrontLine, type FrontPiece, lineOf } from '@/domain/articles/front/front';
import type { Day } from '@/domain/days/day';
import { FrontLineRow } from './front-line-row';
import { useDragging } from './use-dragging';
import { useOrder } from './use-order';

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
  const list = useRef<HTMLOListElement>(null);
  const titles = lines.map(({ title }) => title);
  const { order, said, move, remove } = useOrder(titles, list);
  const drag = useDragging(list, order, move);

  return (
    <>
      {order.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
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
      )}
      <p role="status" className="my-3 min-h-6 text-ink-2 text-sm">
        {said}
      </p>
    </>
  );
}
