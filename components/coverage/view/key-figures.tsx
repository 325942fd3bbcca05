import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { type CoverageChange, changeOf } from '@/domain/coverage/changes/change';
import { type CommuneCoverage, totalOf } from '@/domain/coverage/coverage';
import { keyFigures } from '@/domain/coverage/view/lacking';
import type { CoverageView } from '@/domain/coverage/view/view';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ChangeMark } from './change-mark';

type FiguresProps = {
  locale: Locale;
  view: CoverageView;
  rows: readonly CommuneCoverage[];
  /** the same places on the other day, where two are compared */
  earlier: readonly CommuneCoverage[] | null;
  hrefOf: (view: CoverageView) => string;
};

const strong = (children: ReactNode) => <b className="font-bold font-serif text-[1.6em] text-lotus">{children}</b>;

/** Figures in one line: how many are there, how many are missing, which places are all done, who says nothing and who has nothing yet. */
export function KeyFigures({ locale, view, rows, earlier, hrefOf }: FiguresProps) {
  const t = useTranslations('coverage.view.figures');
  const { percent, lacking, atFull, known, silent, atZero } = keyFigures(rows, view.lacking);
  const { level } = view;
  const change: CoverageChange | null = earlier && changeOf(totalOf(rows), totalOf(earlier));
  /** to the list in which those that are counted stand first */
  const listed = (count: number, asked: Partial<CoverageView>, words: ReactNode) =>
    count === 0 ? words : <Link href={`${hrefOf({ ...view, ...asked })}#most`}>{words}</Link>;
  const told = (count: number) => ({ b: strong, count: formatNumber(locale, count) });
  const figures = [
    t.rich('covered', { b: strong, level, percent: percent === null ? '–' : formatPercent(locale, percent) }),
    t.rich('lacking', { b: strong, level, count: lacking === null ? '–' : formatNumber(locale, lacking) }),
    ...(rows.length > 1
      ? [
          listed(
            atFull,
            { order: 'percent', upward: false },
            t.rich('atFull', { ...told(atFull), known: formatNumber(locale, known) }),
          ),
          // the list of the silent holds them all: of one kind alone there is none
          view.kind === null
            ? listed(silent, { kind: 'silent' }, t.rich('silent', told(silent)))
            : t.rich('silent', told(silent)),
          listed(atZero, { order: 'percent', upward: true }, t.rich('atZero', told(atZero))),
        ]
      : []),
  ];
  return (
    <ul className="my-5 flex flex-wrap items-baseline gap-x-8 gap-y-1 border-rule border-y py-3 tabular-nums lining-nums">
      {figures.map((figure, at) => (
        // always in this order
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing is moved among them
        <li key={at}>
          {figure}
          {at === 0 && change && (
            <>
              {' '}
              <ChangeMark locale={locale} change={change} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
