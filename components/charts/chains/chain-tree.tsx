import { useTranslations } from 'next-intl';
import { type Chain, shownOf } from '@/domain/pairs/chain';
import { cornersOf } from '../map/hexagon';
import { branchTo, fitted, markAt, ROW, rowsOf, WIDTH } from './chain-geometry';

const MARK = 8;

/** A chain of guidance drawn as a tree, from the first woman down; what it does not show it counts. Taken along it names nobody. */
export function ChainTree({ chain, label }: { chain: Chain; label: string }) {
  const t = useTranslations('pairs');
  const rows = rowsOf(shownOf(chain));
  const height = rows.length * ROW;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      className="h-auto max-w-full"
    >
      {rows.map((row, index) => {
        const { x, y } = markAt(row, index);
        const name = row.woman && fitted(row.woman.name ?? t('record.erased'), row.depth);
        return (
          <g key={row.key}>
            {row.above !== null && (
              <path
                d={branchTo(row, index)}
                fill="none"
                strokeWidth={2}
                className="stroke-ink-line"
                {...(row.woman ? {} : { strokeDasharray: '3 4' })}
              />
            )}
            {row.woman && (
              <polygon points={cornersOf({ x, y }, MARK)} className={row.depth === 0 ? 'fill-lotus' : 'fill-rubber'} />
            )}
            <text
              x={x + 14}
              y={y + 5}
              fontSize={15}
              className={row.woman ? 'fill-ink' : 'fill-ink-2'}
              {...(row.woman && { 'data-saved': t('chains.unnamed', { number: index + 1 }) })}
            >
              {name ?? t('chains.more', { count: row.hidden })}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
