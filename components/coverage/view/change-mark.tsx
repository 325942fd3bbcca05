import { useTranslations } from 'next-intl';
import type { ChangeWay, CoverageChange } from '@/domain/coverage/changes/change';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const arrows: Partial<Record<ChangeWay, string>> = { up: '▲', down: '▼', same: '=' };

/** "▲ 2,3": how a share moved, short enough for a tile. Nothing where no share is known. */
export function changeInShort(locale: Locale, { way, points }: CoverageChange): string {
  const arrow = arrows[way];
  if (!arrow || points === null) return '';
  return points === 0 ? arrow : `${arrow} ${formatNumber(locale, Math.abs(points))}`;
}

type MarkProps = { locale: Locale; change: CoverageChange };

/** The same in a line of a table: an arrow and a number to see, a sentence to hear; what did not move is said in words. */
export function ChangeMark({ locale, change }: MarkProps) {
  const t = useTranslations('coverage.changes');
  const short = changeInShort(locale, change);
  const words = t(`ways.${change.way}`, { points: formatNumber(locale, Math.abs(change.points ?? 0)) });
  if (!short || change.way === 'same') return <span className="text-ink-2 text-sm">{words}</span>;
  const colour = change.way === 'up' ? 'text-rubber' : 'text-basalt';
  return (
    <span className={`whitespace-nowrap font-semibold ${colour}`}>
      <span aria-hidden="true">{short}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
