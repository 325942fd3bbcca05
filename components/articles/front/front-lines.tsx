'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useScripted } from '@/components/ui/forms/use-scripted';
import { type FrontLine, type FrontPiece, lineOf } from '@/domain/articles/front/front';
import type { Day } from '@/domain/days/day';
import { useOrder } from '../lines/use-order';
import { FrontLineRow } from './front-line-row';
import { useDragging } from './use-dragging';

type LinesProps = { lines: readonly (FrontLine & FrontPiece)[]; today: Day };

/**
 * The lines of a spot: moved by dragging, by Alt with the arrows, or by buttons. They are sent in the order in which they stand; without a
 * script a button sends the form.
 */
export function FrontLines({ lines, today }: LinesProps) {
  const t = useTranslations('front');
  const scripted = useScripted();
  const list = useRef<HTMLOListElement>(null);
  const { frame, order, said, move, remove } = useOrder(lines.length);
  const titleOf = (line: number) => lines[line]?.title ?? '';
  const drag = useDragging(list, order, (line, to) => move(line, to, titleOf(line)));

  return (
    <div ref={frame} tabIndex={-1}>
      {order.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <ol ref={list} className="grid gap-4" aria-label={t('lines')} {...drag.pointer}>
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
                      to: (place) => move(line, place, piece.title),
                      remove: () => remove(line, piece.title),
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
    </div>
  );
}
