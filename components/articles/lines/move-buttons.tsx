'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** What a button does with its line, told what the line is called; `sends`: no script runs, and it sends the form. */
type Move = ((title: string) => void) | 'sends';

/** What can be done with a line: a first one goes no higher, a last one no lower. */
export type Moves = { up?: Move | undefined; down?: Move | undefined; remove: Move };

/** Up, down and out, of the line that is called so; `name` is what a button sends it by. */
export function MoveButtons({ of, name, moves }: { of: string; name: string; moves: Moves }) {
  const t = useTranslations('articles.lines');
  const ways = [
    ['up', 'chevron-up'],
    ['down', 'chevron-down'],
    ['remove', 'cross'],
  ] as const;
  return (
    <p className="mt-2 flex flex-wrap gap-2">
      {ways.map(([way, icon]) => {
        const move = moves[way];
        return (
          <Button
            key={way}
            compact
            variant="text"
            icon={icon}
            aria-disabled={!move}
            className={move ? '' : 'opacity-50'}
            {...(move === 'sends'
              ? { type: 'submit' as const, name: 'move', value: `${way}:${name}` }
              : { onClick: () => move?.(of) })}
          >
            {t(way)} <span className="sr-only">{of}</span>
          </Button>
        );
      })}
    </p>
  );
}
