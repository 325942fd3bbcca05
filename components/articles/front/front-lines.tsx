'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { keptValues, useFormFacts } from '@/components/ui/forms/form-context';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { useScripted } from '@/components/ui/forms/use-scripted';
import { type FrontLine, type FrontPiece, lineOf, linesSent } from '@/domain/articles/front/front';
import type { Day } from '@/domain/days/day';
import { useOrder } from '../lines/use-order';
import { FrontLineRow } from './front-line-row';
import { useDragging } from './use-dragging';

type LinesProps = { lines: readonly (FrontLine & FrontPiece)[]; today: Day };

/**
 * The lines of a spot, moved by dragging, by Alt with the arrows, or by buttons, and sent in their order. Without a script a button sends
 * the form; a refusal brings back those that were sent.
 */
export function FrontLines({ lines: there, today }: LinesProps) {
  const t = useTranslations('front');
  const scripted = useScripted();
  const list = useRef<HTMLOListElement>(null);
  const [sent] = useState(keptValues(useFormFacts().state));
  const lines = sent ? linesSent(sent, there) : there.map((line, at) => ({ ...line, name: lineOf(at) }));
  const { frame, order, said, move, remove } = useOrder(lines.map((_, at) => at));
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
                  name={piece.name}
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
      {lines.length > 0 && <SubmitButton>{t('save')}</SubmitButton>}
    </div>
  );
}
