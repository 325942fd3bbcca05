import { useTranslations } from 'next-intl';
import type { BoundaryTopology } from '@/domain/boundaries/boundaries';
import { unheard } from '../map/tile';
import { fitName } from '../map/tile-name';
import { drawBoundaries } from './boundary-geometry';

type PlainMapProps = { id: string; topology: BoundaryTopology; places: readonly { code: string; name: string }[] };

const LARGEST = 15;
const SMALLEST = 9;

/** The lines alone with the names of their places, to be looked at before they count; on a phone no name could be read. */
export function PlainBoundaryMap({ id, topology, places }: PlainMapProps) {
  const t = useTranslations('charts.map');
  const { width, height, areas } = drawBoundaries(id, topology);
  const named = areas.map((area) => {
    const name = places.find(({ code }) => code === area.code)?.name ?? area.code;
    return { ...area, name, ...fitName(name, area.room * 2, area.room * 2.2, LARGEST) };
  });
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('boundariesLabel', { count: areas.length })}
      className="h-auto w-full font-sans [print-color-adjust:exact]"
    >
      {named.map(({ code, path, name }) => (
        <path key={code} d={path} fill="#f1e7d6" strokeWidth="1.2" strokeLinejoin="round" className="stroke-ink-line">
          <title>{name}</title>
        </path>
      ))}
      <g textAnchor="middle" className="fill-ink font-semibold max-md:hidden" {...unheard}>
        {named
          .filter(({ size }) => size >= SMALLEST)
          .map(({ code, at, lines, size }) => (
            <text key={code} fontSize={size}>
              {lines.map((line, index) => (
                <tspan key={line} x={at.x} y={at.y + (index - (lines.length - 1) / 2) * 15 + 4.5}>
                  {line}
                </tspan>
              ))}
            </text>
          ))}
      </g>
    </svg>
  );
}
