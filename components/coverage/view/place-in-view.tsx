import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { communeWords } from '@/components/trainings/place-words';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Kicker } from '@/components/ui/kicker';
import { Panel } from '@/components/ui/panels/panel';
import type { CommuneCoverage, CoverageLevel, CoverageState, ProvinceCoverage } from '@/domain/coverage/coverage';
import { formatNumber, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { placeName } from '../coverage-table';
import { PLACE } from './place-panel';

type InViewProps = {
  locale: Locale;
  level: CoverageLevel;
  /** the chosen place at both levels; none looks at the city */
  place: readonly CommuneCoverage[];
  city: Record<CoverageLevel, ProvinceCoverage>;
  /** what the city was then: it was a province before */
  kind: 'province' | 'city';
  /** the page of the chosen place, and the way back to the whole city */
  hrefs: { place: string; city: string };
  /** the way to other places */
  children: ReactNode;
};

/** The place that a reader looks at, at first the whole city: its share, how many units that is at both levels, and the way on. */
export function PlaceInView({ locale, level, place, city, kind, hrefs, children }: InViewProps) {
  const t = useTranslations('coverage');
  const trainings = useTranslations('trainings');
  const [first] = place;
  const rows = first ? place : Object.values(city).map((row) => ({ ...row, state: 'not_reported' as const }));
  const percent = rows.find((row) => row.level === level)?.percent ?? null;
  return (
    <Panel grid id={PLACE} className="scroll-mt-4">
      <Kicker icon="pin">{t('seen.title')}</Kicker>
      <h2 className="mb-1 text-[min(1.65rem,12vw)] leading-tight">
        {first ? placeName(t, first) : t('seen.city', { kind })}
      </h2>
      <div className="mb-4 flex flex-wrap items-center gap-x-4">
        {percent !== null && (
          <b className="font-extrabold font-serif text-[2.6rem] text-lotus leading-tight lining-nums">
            {formatPercent(locale, percent)}
          </b>
        )}{' '}
        <ul>
          {rows.map((row) => (
            <li key={row.level}>
              <Counted locale={locale} row={row} />
            </li>
          ))}
        </ul>
      </div>
      {first && (
        <ButtonLink href={hrefs.place} variant="primary" className="w-full justify-center px-3">
          {t('seen.open', { place: communeWords(trainings, first) })}
          <Icon name="arrow" />
        </ButtonLink>
      )}
      <h3 className="mt-4 mb-2 font-semibold font-sans text-base no-print">{t('seen.other')}</h3>
      {children}
      {first && (
        <p className="no-print mt-2">
          <a href={hrefs.city} className="inline-flex min-h-11 items-center">
            {t('seen.whole', { kind })}
          </a>
        </p>
      )}
    </Panel>
  );
}

type Row = Pick<CommuneCoverage, 'level' | 'covered' | 'units' | 'percent'> & { state: CoverageState };

/** "16 trên 18 chi hội"; in its place why there is no number. */
function Counted({ locale, row: { level, covered, units, percent, state } }: { locale: Locale; row: Row }) {
  const t = useTranslations('coverage');
  if (percent === null) return t('seen.none', { level, state: t(`states.${state}`) });
  return t('seen.of', { level, covered: formatNumber(locale, covered), units: formatNumber(locale, units) });
}
