import { useTranslations } from 'next-intl';
import { credit } from '@/components/coverage/map/map-ways';
import type { DrawnBoundaries } from '@/domain/boundaries/boundaries';
import type { CoverageView } from '@/domain/coverage/view/view';
import { formatDay, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { SavedDrawing } from './saved-drawing';
import { toldDay } from './told-day';

type SavedChartProps = {
  of: 'map' | 'trend' | 'models' | 'compared' | 'spread' | 'sub-associations';
  locale: Locale;
  view: CoverageView;
  title: string;
  /** whose figures they are, where the title does not say it */
  place?: string;
  /** of a map: whose lines it is drawn by, where they are those of communes */
  boundaries?: DrawnBoundaries | null;
  /** of a trend: where its broken line lies; null where there is none */
  target?: number | null;
  /** of bars that may be folded: how many there are */
  count?: number;
};

/** The way to take a chart of the view along. */
export function SavedChart({ of, locale, view, title, place, boundaries, target = null, count = 0 }: SavedChartProps) {
  const [t, map] = [useTranslations('coverage'), useTranslations('coverage.map')];
  const { day } = view.day;
  const level =
    of === 'compared' || of === 'spread' ? { level: view.level } : of === 'sub-associations' ? { count } : {};
  const lines = [
    t(`saved.key.${boundaries ? 'boundaries' : of}`, level),
    target !== null && t('saved.target', { percent: formatPercent(locale, target) }),
    `${t(toldDay(day), { day: formatDay(locale, day) })}.`,
    view.earlier && t('saved.with', { day: formatDay(locale, view.earlier) }),
    boundaries && credit(map, locale, boundaries),
    // of one kind are only the drawings that have each place of the view
    view.kind && (of === 'map' || of === 'spread') && `${t(`view.kinds.${view.kind}`)}.`,
  ];
  return (
    <SavedDrawing
      of={of}
      file={`${t('table.file')}-${t(`saved.files.${of}`)}-${day}`}
      title={place ? `${title}, ${place}` : title}
      lines={lines.filter((line): line is string => typeof line === 'string')}
    />
  );
}
