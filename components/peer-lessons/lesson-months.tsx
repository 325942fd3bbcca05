import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChartTable } from '@/components/charts/chart-table';
import type { LessonMonth } from '@/domain/peer-lessons/peer-lesson';
import { formatMonth, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const [WIDTH, HEIGHT, FOOT, STEP] = [360, 150, 26, 30];

/** The id of what holds the columns. */
export const LESSON_MONTHS = 'lesson-months';

/** `children`: how the columns can be taken along. */
type MonthsProps = { months: readonly LessonMonth[]; children: ReactNode };

/** Lessons of a place month by month, as columns; the same numbers stand below as a table. */
export function LessonMonths({ months, children }: MonthsProps) {
  const t = useTranslations('peer-lessons');
  const locale = useLocale() as Locale;
  return (
    <section>
      <h2 className="mb-3">{t('figures.months')}</h2>
      <div id={LESSON_MONTHS}>
        <Columns months={months} />
      </div>
      {children}
      <ChartTable
        folded
        caption={t('figures.monthsCaption')}
        rows={[...months].reverse()}
        keyOf={({ month }) => month}
        columns={[
          { label: t('figures.monthName'), kind: 'title', cell: ({ month }) => formatMonth(locale, month) },
          { label: t('figures.lessons'), kind: 'number', cell: ({ lessons }) => formatNumber(locale, lessons) },
          { label: t('figures.minutes'), kind: 'number', cell: ({ minutes }) => formatNumber(locale, minutes) },
          { label: t('figures.women'), kind: 'number', cell: ({ women }) => formatNumber(locale, women) },
        ]}
      />
    </section>
  );
}

function Columns({ months }: { months: readonly LessonMonth[] }) {
  const t = useTranslations('peer-lessons');
  const chart = useTranslations('charts');
  const locale = useLocale() as Locale;
  const most = Math.max(1, ...months.map(({ lessons }) => lessons));
  const ground = HEIGHT - FOOT;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('figures.monthsCaption')}
      className="h-auto w-full max-w-[36rem] overflow-visible font-sans tabular-nums"
    >
      <path d={`M0 ${ground}H${WIDTH}`} className="stroke-rule" />
      {months.map(({ month, lessons }, at) => {
        const high = (lessons / most) * (ground - 22);
        const middle = at * STEP + STEP / 2;
        return (
          <g key={month}>
            <rect x={at * STEP + 5} y={ground - high} width={STEP - 10} height={high} rx="2" className="fill-cover-4" />
            {lessons > 0 && (
              <text x={middle} y={ground - high - 6} textAnchor="middle" className="fill-ink font-bold text-[12px]">
                {formatNumber(locale, lessons)}
              </text>
            )}
            <text x={middle} y={HEIGHT - 6} textAnchor="middle" className="fill-ink-2 text-[12px]">
              {chart('monthShort', { month: Number(month.slice(5, 7)) })}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
