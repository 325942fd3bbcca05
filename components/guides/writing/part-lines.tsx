'use client';

import { useTranslations } from 'next-intl';
import { MovingLines } from '@/components/articles/lines/moving-lines';
import { type Part, partsMax } from '@/domain/guides/written-parts';
import { PartLine } from './part-line';

const SPARE = { need: 1, step: 2, trouble: 1 } as const satisfies Record<Part, number>;

type LinesProps = {
  part: Part;
  /** how many are written */
  count: number;
  values: Record<string, string>;
  topic: string | undefined;
  inEnglish: boolean;
};

/** The lines of a part of a guide. */
export function PartLines({ part, count, ...of }: LinesProps) {
  const t = useTranslations('guides.writing');
  return (
    <MovingLines
      part={part}
      count={count}
      most={partsMax[part]}
      spare={SPARE[part]}
      add={t(`add.${part}`)}
      line={(line) => <PartLine part={part} {...line} {...of} />}
    />
  );
}
