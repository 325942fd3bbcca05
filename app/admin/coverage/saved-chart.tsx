import { useTranslations } from 'next-intl';
import { SaveChart } from '@/components/charts/saving/save-chart';
import type { CoverageView } from '@/domain/coverage/view/view';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { sourceLines } from './saved-lines';

type SavedChartProps = { of: 'map' | 'trend' | 'models'; locale: Locale; view: CoverageView; title: string };

/** The way to take a chart along: with its title, its day, where it is from, and the mark of what is made up. */
export function SavedChart({ of, locale, view, title }: SavedChartProps) {
  const t = useTranslations('coverage');
  const { day } = view.day;
  const since = view.earlier ? ` ${t('saved.with', { day: formatDay(locale, view.earlier) })}` : '';
  return (
    <SaveChart
      of={of}
      file={`${t('table.file')}-${of}-${day}`}
      saved={{
        title,
        lines: [t(`saved.key.${of}`), `${t('asOf', { day: formatDay(locale, day) })}.${since}`, ...sourceLines(t)],
      }}
      words={{ svg: t('saved.svg'), png: t('saved.png'), failed: t('saved.failed') }}
    />
  );
}
