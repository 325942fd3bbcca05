'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { newerValues, useFormFacts } from '@/components/ui/forms/form-context';
import { lineOf } from '@/domain/articles/lines/written-lines';

/** What the buttons of a line do; a first line goes no higher. Not where no script runs: there an emptied line is taken out. */
export type Moves = { up?: () => void; down?: () => void; remove: () => void } | false;

const never = () => () => undefined;
const useScripted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

type LinesProps = {
  part: string;
  /** how many are written, how many there may be, and how many empty ones stand at the end: all there are where no script adds more */
  count: number;
  most: number;
  spare: number;
  /** what its button says that adds one */
  add: string;
  line: (line: { name: string; at: number; moves: Moves }) => ReactNode;
};

/** The lines of a part. They are sent in the order in which they stand; each keeps its name wherever it is moved. */
export function MovingLines({ part, count, most, spare, add, line: Line }: LinesProps) {
  const t = useTranslations('articles.lines');
  const [own, keep] = useState(() => Array.from({ length: Math.min(count + spare, most) }, (_, at) => at));
  const scripted = useScripted();
  const newer = newerValues(useFormFacts().state) ?? {};
  // What somebody else wrote meanwhile has its line here too, so that nothing of hers is taken out unseen.
  const others = Array.from({ length: most }, (_, at) => at).filter(
    (at) => !own.includes(at) && newer[`titleVi[${lineOf(part, at)}]`],
  );
  const lines = [...own, ...others];
  const free = Array.from({ length: most }, (_, at) => at).find((at) => !lines.includes(at));
  const swap = (at: number, other: number) =>
    keep(lines.map((line, n) => (n === at ? lines[other] : n === other ? lines[at] : line) ?? line));
  return (
    <>
      <ol className="grid gap-6">
        {lines.map((line, at) => (
          <li key={line}>
            {Line({
              name: lineOf(part, line),
              at,
              moves: scripted && {
                ...(at > 0 && { up: () => swap(at, at - 1) }),
                ...(at < lines.length - 1 && { down: () => swap(at, at + 1) }),
                remove: () => keep(lines.filter((other) => other !== line)),
              },
            })}
          </li>
        ))}
      </ol>
      {scripted && free !== undefined && (
        <Button icon="plus" compact className="mt-4" onClick={() => keep([...lines, free])}>
          {add}
        </Button>
      )}
      {!scripted && <p className="mt-3 text-ink-2 text-sm">{t('more')}</p>}
    </>
  );
}

/** Up, down and out, of the line that is named. */
export function MoveButtons({ of, moves }: { of: string; moves: Moves }) {
  const t = useTranslations('articles.lines');
  if (!moves) return null;
  const ways = [
    ['up', 'chevron-up', moves.up],
    ['down', 'chevron-down', moves.down],
    ['remove', 'cross', moves.remove],
  ] as const;
  return (
    <p className="mt-2 flex flex-wrap gap-2">
      {ways.map(([way, icon, move]) => (
        <Button
          key={way}
          compact
          variant="text"
          icon={icon}
          aria-disabled={!move}
          className={move ? '' : 'opacity-50'}
          onClick={move}
        >
          {t(way)} <span className="sr-only">{of}</span>
        </Button>
      ))}
    </p>
  );
}
