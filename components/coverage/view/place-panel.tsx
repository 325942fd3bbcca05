import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import { Kicker } from '@/components/ui/kicker';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { CoverageChange } from '@/domain/coverage/changes/change';
import type { CommuneCoverage, UnitGap } from '@/domain/coverage/coverage';
import { gapsOf } from '@/domain/coverage/view/lacking';
import type { Rank } from '@/domain/coverage/view/places';
import type { CoverageView } from '@/domain/coverage/view/view';
import { formatDay, formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { placeName } from '../coverage-table';
import { ChangeMark } from './change-mark';
import { TrainingForUnits } from './training-for-units';
import { WhatLacks } from './what-lacks';

/** Where the address of a chosen place leads. */
export const PLACE = 'place';

export type PlacePanelProps = {
  locale: Locale;
  view: CoverageView;
  row: CommuneCoverage;
  gaps: readonly UnitGap[];
  rank: Rank | null;
  change: CoverageChange | null;
  /** its matrix, on the day of the view, and whom to ask there */
  matrixHref: string;
  whomHref: string;
  children?: ReactNode;
};

/** The place one looks at: its share, what its units lack, and a class for those that are ticked. */
export function PlacePanel({ locale, view, row, gaps, rank, change, matrixHref, whomHref, children }: PlacePanelProps) {
  const t = useTranslations('coverage.view.place');
  const words = useTranslations('coverage');
  const place = placeName(words, row);
  const missing = gapsOf(gaps, view);
  return (
    <Panel id={PLACE} className="scroll-mt-4">
      <div className="flex flex-wrap items-end justify-between gap-x-4">
        <div className="min-w-0">
          <Kicker>{t('title')}</Kicker>
          <h2>{place}</h2>
        </div>
        {row.percent !== null && (
          <p className="font-extrabold font-serif text-[2.4rem] text-basalt leading-none lining-nums">
            {formatPercent(locale, row.percent)}
          </p>
        )}
      </div>
      {change && view.earlier && (
        <p>
          {words('projector.since', { day: formatDay(locale, view.earlier) })}{' '}
          <ChangeMark locale={locale} change={change} />
        </p>
      )}
      <p className="my-2 text-ink-2">
        <WhatLacks locale={locale} view={view} row={row} place={place} />
      </p>
      {rank && (
        <p className="mb-3 text-sm">
          <RankInWords locale={locale} {...rank} />
        </p>
      )}
      {missing.length > 0 && (
        <TrainingForUnits gaps={missing} level={view.level} communeId={row.communeId} matrixHref={matrixHref} />
      )}
      {children}
      <WaysOn matrixHref={matrixHref} whomHref={whomHref} />
    </Panel>
  );
}

/** To everything else about the place, and to the people who answer for it. */
function WaysOn({ matrixHref, whomHref }: Pick<PlacePanelProps, 'matrixHref' | 'whomHref'>) {
  const t = useTranslations('coverage.view.place');
  return (
    <p className="mt-3 flex flex-wrap gap-x-5">
      <MoreLink as={Link} href={matrixHref}>
        {t('matrix')}
      </MoreLink>
      <MoreLink as={Link} href={whomHref}>
        {t('ask')}
      </MoreLink>
    </p>
  );
}

/** "Hạng 3 trong 89 nơi đã báo cáo, đồng hạng với 2 nơi." */
function RankInWords({ locale, rank, equals, among }: Rank & { locale: Locale }) {
  const t = useTranslations('coverage.view.place');
  const values = { rank: formatNumber(locale, rank), among: formatNumber(locale, among), equals };
  return t(equals > 0 ? 'rankShared' : 'rank', values);
}

type NoPlaceProps = {
  palest: { name: string; percent: number; href: string } | null;
  locale: Locale;
  children: ReactNode;
};

/** Before a place is chosen: how to, and the place to look at first. */
export function NoPlacePanel({ palest, locale, children }: NoPlaceProps) {
  const t = useTranslations('coverage.view.place');
  return (
    <Panel id={PLACE} title={t('none')} className="no-print scroll-mt-4">
      <p className="mb-4 text-ink-2">{t('how')}</p>
      {children}
      {palest && (
        <p className="mt-4">
          <ButtonLink as={Link} href={palest.href} icon="hexagon" compact>
            {t('palest', { name: palest.name, percent: formatPercent(locale, palest.percent) })}
          </ButtonLink>
        </p>
      )}
    </Panel>
  );
}
