import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

export type BarListRow = { key: string; label: string; value: number; href?: string };

type BarListProps = {
  locale: Locale;
  rows: readonly BarListRow[];
  tone?: 'lotus' | 'lake' | 'rubber' | 'pomelo';
  /** What a full bar stands for; by default the largest value. */
  full?: number;
};

const toneFill = {
  lotus: 'fill-lotus-bright',
  lake: 'fill-lake-mid',
  rubber: 'fill-rubber',
  pomelo: 'fill-pomelo-deep',
} as const;

/** Counts side by side, each with its number after the bar. It is its own table: name, bar, number. */
export function BarList({ locale, rows, tone = 'lake', full }: BarListProps) {
  const most = full ?? Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul>
      {rows.map(({ key, label, value, href }) => {
        const share = `${Math.round((1000 * Math.min(value, most)) / most) / 10}%`;
        return (
          <li key={key} className="border-rule/60 border-t first:border-t-0">
            <div className="grid min-h-11 grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-center gap-3 py-1.5">
              <span className="leading-[1.35]">
                {href ? (
                  <a href={href} className="inline-flex min-h-11 items-center underline underline-offset-[.22em]">
                    {label}
                  </a>
                ) : (
                  label
                )}
              </span>
              <span className="block pr-14">
                <svg
                  width="100%"
                  height="22"
                  aria-hidden="true"
                  className="block overflow-visible [print-color-adjust:exact]"
                >
                  <rect width={share} height="22" rx="2" className={toneFill[tone]} />
                  <text x={share} dx="8" y="17" className="fill-ink font-bold text-[17px] tabular-nums">
                    {formatNumber(locale, value)}
                  </text>
                </svg>
                <span className="sr-only">{formatNumber(locale, value)}</span>
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
