import { useLocale, useTranslations } from 'next-intl';
import { ChartTable } from '@/components/charts/chart-table';
import type { DayOfReads } from '@/domain/articles/reads/read';
import { formatDay, formatDayOfYear, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const [WIDTH, HEIGHT, FOOT] = [360, 96, 20];

/** How often an article was read, a bar a day, and the same as a table, language by language. */
export function ArticleReads({ days }: { days: readonly DayOfReads[] }) {
  const t = useTranslations('articles.reads');
  const locale = useLocale() as Locale;
  const all = sumOf(days, 'times');
  const [vi, en] = [sumOf(days, 'vi'), sumOf(days, 'en')];
  const [first, last] = [days[0], days.at(-1)];
  return (
    <section>
      <h2 className="mb-2">{t('title')}</h2>
      <p>{t('total', { count: all, shown: formatNumber(locale, all), days: days.length })}</p>
      {vi + en > 0 && <p>{t('byLanguage', { vi: formatNumber(locale, vi), en: formatNumber(locale, en) })}</p>}
      {all > 0 && first && last && (
        <>
          <Bars
            days={days}
            from={formatDayOfYear(locale, first.day)}
            to={formatDayOfYear(locale, last.day)}
            label={t('chart')}
          />
          <ChartTable
            caption={t('table')}
            rows={days.filter(({ times }) => times > 0).reverse()}
            keyOf={({ day }) => day}
            columns={[
              { label: t('day'), kind: 'title', cell: ({ day }) => formatDay(locale, day) },
              { label: t('vi'), kind: 'number', cell: (day) => formatNumber(locale, day.vi) },
              { label: t('en'), kind: 'number', cell: (day) => formatNumber(locale, day.en) },
              { label: t('times'), kind: 'number', cell: ({ times }) => formatNumber(locale, times) },
            ]}
            folded
          />
        </>
      )}
      <p className="mt-2 text-ink-2 text-sm">{t('note')}</p>
    </section>
  );
}

const sumOf = (days: readonly DayOfReads[], what: 'times' | Locale) => days.reduce((sum, day) => sum + day[what], 0);

type BarsProps = { days: readonly DayOfReads[]; from: string; to: string; label: string };

function Bars({ days, from, to, label }: BarsProps) {
  const most = Math.max(...days.map(({ times }) => times));
  const room = WIDTH / days.length;
  const foot = HEIGHT + FOOT - 4;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} role="img" aria-label={label} className="mt-3 block w-full max-w-md">
      {days.map(({ day, times }, at) => {
        const height = (times / most) * (HEIGHT - 4);
        return (
          <path key={day} d={`M${at * room + 1} ${HEIGHT}v-${height}h${room - 2}v${height}z`} className="fill-lotus" />
        );
      })}
      <path d={`M0 ${HEIGHT}h${WIDTH}`} className="stroke-rule" />
      <text y={foot} fontSize="13" className="fill-ink-2">
        {from}
      </text>
      <text x={WIDTH} y={foot} fontSize="13" textAnchor="end" className="fill-ink-2">
        {to}
      </text>
    </svg>
  );
}
