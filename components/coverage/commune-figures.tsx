import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type CitedAt, CiteLink } from '@/components/figures/cite-link';
import { HowLink } from '@/components/indicators/how-link';
import { DemoMark } from '@/components/ui/demo-mark';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import type { SignedReading } from '@/domain/coverage/rulings/ruling';
import type { Day } from '@/domain/days/day';
import { personsCode } from '@/domain/figures/figure';
import { coverageIndicator } from '@/domain/indicators/indicator';
import { countedBy } from '@/domain/small-count';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type FiguresProps = {
  locale: Locale;
  /** slug of the commune, and the day of its figures */
  place: string;
  day: Day;
  rows: CommuneCoverage[];
  signed: SignedReading;
  /** null of a silent commune */
  sessions: number | null;
  /** in tens, by `countedBy(day)`; null: so few that single persons could be told */
  guided: number | null;
  demo: boolean;
};

/** Four figures with the words that make them mean something; of a silent commune nothing is told that its records say. */
export function CommuneFigures({ locale, place, day, rows, signed, sessions, guided, demo }: FiguresProps) {
  const t = useTranslations('coverage');
  const [year, guidedBy] = [day.slice(0, 4), countedBy(day)];
  const cite = (code: CitedAt['code'], of: string, on = day) => (
    <CiteLink locale={locale} code={code} place={place} day={on} of={of} />
  );
  return (
    <div className="wrap grid columns-of-figures gap-x-5 gap-y-6 pt-9 pb-5 lg:grid-cols-4 lg:gap-12 lg:pt-12">
      {rows.map((row) => (
        <OneFigure
          key={row.level}
          value={row.percent === null ? '–' : formatNumber(locale, row.covered)}
          {...(row.percent !== null && { of: formatNumber(locale, row.units) })}
        >
          {row.percent === null
            ? `${t(`levels.${row.level}`)}: ${t(`states.${row.state}`)}`
            : t('commune.have', { level: t(`levelsLower.${row.level}`), reading: signed.reading })}{' '}
          <HowLink
            locale={locale}
            code={coverageIndicator(row.level)}
            of={t(`levels.${row.level}`)}
            className="mr-1.5"
          />{' '}
          {row.percent !== null && cite(coverageIndicator(row.level), t(`levels.${row.level}`))}
        </OneFigure>
      ))}
      {sessions !== null && (
        <OneFigure value={formatNumber(locale, sessions)}>
          {t('commune.sessions', { year })}{' '}
          <HowLink locale={locale} code="sessions_held" of={t('commune.sessions', { year })} className="mr-1.5" />{' '}
          {cite('sessions_held', t('commune.sessions', { year }))}
        </OneFigure>
      )}
      {sessions !== null && (
        <OneFigure
          value={guided === null ? t('commune.few') : t('commune.atLeast', { count: formatNumber(locale, guided) })}
        >
          {t('commune.guided', { day: formatDay(locale, guidedBy) })}{' '}
          {cite(personsCode, t('commune.guided', { day: formatDay(locale, guidedBy) }), guidedBy)}
        </OneFigure>
      )}
      {demo && (
        <div className="col-span-full">
          <DemoMark />
        </div>
      )}
    </div>
  );
}

/** A number that begins with a word is no wider than its column, on a phone or with letters twice as large. */
const isWord = (value: string) => /\p{L}/u.test(value);
const word = 'text-[2.1rem] leading-[1.5] sm:text-figure lg:text-[length:min(var(--text-figure),5.2vw)]';

function OneFigure({ value, of, children }: { value: string; of?: string; children: ReactNode }) {
  return (
    <p>
      <b className={`block font-extrabold font-serif text-lotus lining-nums ${isWord(value) ? word : 'text-figure'}`}>
        {value}
        {of !== undefined && <small className="font-semibold text-[.55em] text-ink-2">/{of}</small>}
      </b>{' '}
      <span className="mt-1 block text-ui">{children}</span>
    </p>
  );
}
