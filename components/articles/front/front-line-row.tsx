'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { DateField, HiddenField } from '@/components/ui/forms/form';
import { Icon } from '@/components/ui/icon';
import { type FrontLine, type FrontPiece, isOver } from '@/domain/articles/front/front';
import type { Day } from '@/domain/days/day';
import { MoveButtons, type Moves } from '../lines/move-buttons';
import { PieceState } from './piece-state';
import type { Grip } from './use-dragging';

/** What scripts do with a line. */
type Scripted = { to: (place: number) => void; remove: () => void; grip: Grip; dragged: boolean };

type RowProps = {
  name: string;
  at: number;
  count: number;
  line: FrontLine & FrontPiece;
  today: Day;
  /** not where no script runs: there each button sends the form */
  moves: Scripted | false;
};

/** One piece in its place, with its first and its last day. */
export function FrontLineRow({ name, at, count, line, today, moves }: RowProps) {
  const t = useTranslations('front');
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!moves || !event.altKey || !step) return;
    event.preventDefault();
    moves.to(at + step);
  };
  const to = (place: number): Moves['up'] => (moves ? () => moves.to(place) : 'sends');
  const buttons: Moves = {
    up: at > 0 ? to(at - 1) : undefined,
    down: at < count - 1 ? to(at + 1) : undefined,
    remove: moves ? moves.remove : 'sends',
  };
  return (
    <li
      className={`rounded-control border bg-card p-4 ${moves && moves.dragged === true ? 'border-lotus' : 'border-rule'}`}
      onKeyDown={onKeyDown}
    >
      <fieldset className="min-w-0">
        <legend className="sr-only">{t('line', { place: at + 1, title: line.title })}</legend>
        <div className="flex items-start gap-3">
          {moves && (
            <span
              className="-m-2 flex size-11 flex-none cursor-grab touch-none items-center justify-center text-ink-2"
              title={t('grip')}
              {...moves.grip}
            >
              <Icon name="grip" />
            </span>
          )}
          <p className="min-w-0 flex-1">
            <span className="font-bold">
              {at + 1}. {line.title}
            </span>
            <PieceState piece={line} over={isOver(line, today)} />
          </p>
        </div>
        <HiddenField name={`articleId[${name}]`} value={line.articleId} />
        <HiddenField name={`title[${name}]`} value={line.title} />
        <div className="mt-3 grid gap-x-6 sm:grid-cols-2">
          <DateField name={`from[${name}]`} label={t('from')} defaultValue={line.from} />
          <DateField name={`to[${name}]`} label={t('to')} defaultValue={line.to ?? ''} optional min={today} />
        </div>
        <MoveButtons of={line.title} name={name} moves={buttons} />
      </fieldset>
    </li>
  );
}
