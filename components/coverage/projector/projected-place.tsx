import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Changes } from '@/domain/coverage/changes/change';
import { type CommuneCoverage, totalOf, type UnitGap } from '@/domain/coverage/coverage';
import { gapsOf, lackingOf } from '@/domain/coverage/view/lacking';
import type { CoverageView } from '@/domain/coverage/view/view';
import type { Day } from '@/domain/days/day';
import { formatDay, formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { placeName } from '../coverage-table';
import { ChangeMark } from '../view/change-mark';
import { TrainingForUnits } from '../view/training-for-units';
import { WhatLacks } from '../view/what-lacks';

type PlaceProps = {
  locale: Locale;
  view: CoverageView;
  row: CommuneCoverage;
  gaps: readonly UnitGap[];
  since: Day | null;
  changes: Changes | null;
  matrixHref: string;
};

/** One place, for the whole room: its share, what changed since last month, and who needs what. */
export function ProjectedPlace({ locale, view, row, gaps, since, changes, matrixHref }: PlaceProps) {
  const t = useTranslations('coverage.projector');
  const words = useTranslations('coverage');
  const place = placeName(words, row);
  const missing = gapsOf(gaps, view);
  const change = changes?.of.get(row.communeId);
  return (
    <div aria-live="polite" className="min-w-0">
      <h2>{place}</h2>
      <Large>{row.percent === null ? '–' : formatPercent(locale, row.percent)}</Large>
      <p className="text-h3">
        <WhatLacks locale={locale} view={view} row={row} place={place} />
      </p>
      {since && change && (
        <p className="mt-2 text-h3">
          {t('since', { day: formatDay(locale, since) })} <ChangeMark locale={locale} change={change} />
        </p>
      )}
      {missing.length > 0 && (
        <div className="mt-4">
          <h3 className="mb-1 font-bold">{t('needs')}</h3>
          <TrainingForUnits gaps={missing} level={view.level} communeId={row.communeId} matrixHref={matrixHref} />
        </div>
      )}
    </div>
  );
}

const Large = ({ children }: { children: ReactNode }) => (
  <p className="my-3 font-extrabold font-serif text-[min(6rem,22vw)] text-lotus xl:text-[min(6rem,11vw)] leading-none lining-nums">
    {children}
  </p>
);

type AllProps = Pick<PlaceProps, 'locale' | 'view' | 'since' | 'changes'> & {
  rows: readonly CommuneCoverage[];
  moved: readonly CommuneCoverage[];
};

/** Before a place is chosen: all of them, and those that moved most since last month. */
export function ProjectedAll({ locale, view, rows, moved, since, changes }: AllProps) {
  const t = useTranslations('coverage.projector');
  const words = useTranslations('coverage');
  const total = totalOf(rows);
  const lacking = lackingOf(total, view.lacking);
  return (
    <div className="min-w-0">
      <h2>{t('all', { count: rows.length })}</h2>
      <Large>{total.percent === null ? '–' : formatPercent(locale, total.percent)}</Large>
      {lacking !== null && (
        <p className="text-h3">
          {t('allLack', {
            count: formatNumber(locale, lacking),
            units: formatNumber(locale, total.units),
            level: view.level,
          })}
        </p>
      )}
      {since && changes && (
        <>
          <p className="mt-2 text-h3">
            {t('since', { day: formatDay(locale, since) })} <ChangeMark locale={locale} change={changes.total} />
          </p>
          {moved.length > 0 && (
            <>
              <h3 className="mt-5 mb-1 font-bold">{words('changes.most')}</h3>
              <ul>
                {moved.map((row) => (
                  <li
                    key={row.communeId}
                    className="flex flex-wrap justify-between gap-x-4 border-rule border-t py-2 text-h3"
                  >
                    {placeName(words, row)}
                    <ChangeMark locale={locale} change={changes.of.get(row.communeId) ?? changes.total} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}
