import { useTranslations } from 'next-intl';
import { formatMonth, formatPercent } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ChartTable } from '../chart-table';
import type { ChartWords } from '../map/tile-words';
import { lastOf, type TrendPoint } from '../series';
import { deskFrame, phoneFrame } from './trend-geometry';
import { TrendPicture, type TrendPictureProps } from './trend-picture';

type TrendProps = Pick<TrendPictureProps, 'locale' | 'points' | 'target'>;

/** How coverage moved, month by month, with a drawing of its own for phones. */
export function Trend({ locale, points, target }: TrendProps) {
  const t = useTranslations('charts') as ChartWords;
  const props = { locale, points, target, label: summary(t, locale, points) };
  return (
    <div className="@container">
      <TrendKey target={target !== null} />
      <TrendPicture {...props} frame={deskFrame} className="hidden max-w-[840px] @min-[560px]:block" />
      <TrendPicture {...props} frame={phoneFrame} className="max-w-[30rem] @min-[560px]:hidden" />
    </div>
  );
}

/** The same numbers, the latest month first. */
export function TrendTable({ locale, points, folded = true }: Omit<TrendProps, 'target'> & { folded?: boolean }) {
  const t = useTranslations('charts') as ChartWords;
  const word = (percent: number | null) => (percent === null ? t('trend.unknown') : formatPercent(locale, percent));
  return (
    <ChartTable
      folded={folded}
      caption={t('trend.table')}
      columns={[
        { label: t('month'), kind: 'title', cell: ({ month }) => formatMonth(locale, month) },
        { label: t('level.sub_association'), kind: 'number', cell: ({ subAssociations }) => word(subAssociations) },
        { label: t('level.group'), kind: 'number', cell: ({ groups }) => word(groups) },
      ]}
      rows={[...points].reverse()}
      keyOf={({ month }) => month}
    />
  );
}

/** One sentence for those who hear the picture: where each line begins and ends. */
function summary(t: ChartWords, locale: Locale, points: readonly TrendPoint[]): string {
  const sentence = (level: 'sub_association' | 'group', read: (point: TrendPoint) => number | null) => {
    const first = points.find((point) => read(point) !== null);
    const last = lastOf(points, read);
    if (!first || !last) return t('trend.none', { level });
    return t('trend.fromTo', {
      level,
      from: formatPercent(locale, read(first) ?? 0),
      start: formatMonth(locale, first.month),
      to: formatPercent(locale, last.value),
      end: formatMonth(locale, points[last.index]?.month ?? first.month),
    });
  };
  return [
    sentence('sub_association', (point) => point.subAssociations),
    sentence('group', (point) => point.groups),
  ].join(' ');
}

function TrendKey({ target }: { target: boolean }) {
  const t = useTranslations('charts') as ChartWords;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm @min-[560px]:hidden">
      <li className="flex max-w-full flex-wrap items-center gap-x-2">
        <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true">
          <path d="M2 8h24" strokeWidth="4" className="stroke-cover-4" />
          <circle cx="26" cy="8" r="6" className="fill-cover-4" />
        </svg>
        {t('level.sub_association')}
      </li>
      <li className="flex max-w-full flex-wrap items-center gap-x-2">
        <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true">
          <path d="M3 8h24" strokeWidth="3.5" strokeDasharray="2 7" strokeLinecap="round" className="stroke-lake" />
          <path d="M21 3h10v10H21Z" className="fill-lake" />
        </svg>
        {t('level.group')}
      </li>
      {target && (
        <li className="flex max-w-full flex-wrap items-center gap-x-2">
          <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true">
            <path d="M2 8h30" strokeWidth="1.8" strokeDasharray="7 5" className="stroke-ink" />
          </svg>
          {t('trend.target')}
        </li>
      )}
    </ul>
  );
}
