import { useTranslations } from 'next-intl';
import type { CoverageView } from '@/domain/coverage/view/view';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { SavedDrawing } from './saved-drawing';

type SavedChartProps = {
  of: 'map' | 'trend' | 'models' | 'compared' | 'spread';
  locale: Locale;
  view: CoverageView;
  title: string;
};

/** The way to take a chart of the view along. */
export function SavedChart({ of, locale, view, title }: SavedChartProps) {
  const t = useTranslations('coverage');
  const { day } = view.day;
  const since = view.earlier ? ` ${t('saved.with', { day: formatDay(locale, view.earlier) })}` : '';
  const level = of === 'compared' || of === 'spread' ? { level: view.level } : {};
  return (
    <SavedDrawing
      of={of}
      file={`${t('table.file')}-${of}-${day}`}
      title={title}
      lines={[t(`saved.key.${of}`, level), `${t('asOf', { day: formatDay(locale, day) })}.${since}`]}
    />
  );
}
