'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { newerValues, useFormFacts } from '@/components/ui/forms/form-context';
import { lineOf, type Part, partsMax } from '@/domain/guides/written-parts';
import { PartLine } from './part-line';

/** Empty lines that stand at the end: all there are where no script adds more. */
const SPARE = { need: 1, step: 2, trouble: 1 } as const satisfies Record<Part, number>;

const never = () => () => undefined;
const useScripted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

type LinesProps = {
  part: Part;
  /** how many are written */
  count: number;
  values: Record<string, string>;
  topic: string | undefined;
  inEnglish: boolean;
};

/** The lines of a part. They are sent in the order in which they stand; each keeps its name wherever it is moved. */
export function PartLines({ part, count, values, topic, inEnglish }: LinesProps) {
  const t = useTranslations('guides.writing');
  const most = partsMax[part];
  const [own, keep] = useState(() => Array.from({ length: Math.min(count + SPARE[part], most) }, (_, at) => at));
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
          <PartLine
            key={line}
            part={part}
            name={lineOf(part, line)}
            at={at}
            values={values}
            topic={topic}
            inEnglish={inEnglish}
            moves={
              scripted && {
                ...(at > 0 && { up: () => swap(at, at - 1) }),
                ...(at < lines.length - 1 && { down: () => swap(at, at + 1) }),
                remove: () => keep(lines.filter((other) => other !== line)),
              }
            }
          />
        ))}
      </ol>
      {scripted && free !== undefined && (
        <Button icon="plus" compact className="mt-4" onClick={() => keep([...lines, free])}>
          {t(`add.${part}`)}
        </Button>
      )}
      {!scripted && <p className="mt-3 text-ink-2 text-sm">{t('more')}</p>}
    </>
  );
}
