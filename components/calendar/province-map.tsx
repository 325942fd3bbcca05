import { useTranslations } from 'next-intl';
import { boundsOf, centerOf, cornersOf, inReadingOrder, radiusOf, viewBoxOf } from '@/components/charts/hexagon';
import { Blank, unheard } from '@/components/charts/tile';
import { fitName } from '@/components/charts/tile-name';
import type { Commune } from '@/domain/units/unit';

export type BusyCommune = Commune & { count: number; href: string };

const WIDTH = 74;
/** A picture would keep its links to itself; a group hands them on to those who listen. */
const grouped = { role: 'group' } as const;

const look = (count: number) =>
  count === 0
    ? { tile: 'fill-comb', letters: 'fill-ink' }
    : count < 4
      ? { tile: 'fill-cover-2', letters: 'fill-ink' }
      : { tile: 'fill-cover-4', letters: 'fill-card' };

/** The province as a honeycomb: how many sessions are coming in each commune, each a link to its own map. */
export function ProvinceMap({ communes }: { communes: readonly BusyCommune[] }) {
  const t = useTranslations('calendar.map');
  return (
    <svg
      viewBox={viewBoxOf(boundsOf(communes, WIDTH, 3))}
      {...grouped}
      aria-label={t('province')}
      className="hidden h-auto w-full font-sans [&_a]:no-underline [print-color-adjust:exact] md:block"
    >
      {inReadingOrder(communes).map((commune) => {
        const at = centerOf(commune, WIDTH);
        const { tile, letters } = look(commune.count);
        const { lines, size } = fitName(commune.name, WIDTH * 0.84, WIDTH * 0.9, 15);
        return (
          <a
            key={commune.code}
            href={commune.href}
            aria-label={t('tile', { name: commune.name, count: commune.count })}
            className="[&:focus-visible>polygon]:stroke-[3] [&:focus-visible>polygon]:stroke-ink [&:hover>polygon]:stroke-ink"
          >
            <polygon points={cornersOf(at, radiusOf(WIDTH))} strokeWidth="2" className={tile} />
            <text textAnchor="middle" fontSize={size} className={`font-semibold ${letters}`} {...unheard}>
              {lines.map((line, index) => (
                <tspan key={line} x={at.x} y={at.y + (index - lines.length + 1) * 16.5 + 4.5}>
                  {line}
                  <Blank />
                </tspan>
              ))}
              <tspan x={at.x} y={at.y + 24} fontSize="15" className="font-bold">
                {commune.count}
                <Blank />
              </tspan>
            </text>
          </a>
        );
      })}
    </svg>
  );
}

/** The same in words, for phones and for whoever reads rather than looks. */
export function CommuneLinks({ communes }: { communes: readonly BusyCommune[] }) {
  const t = useTranslations('calendar.map');
  return (
    <ul className="gap-x-8 sm:columns-2 xl:columns-3">
      {communes.map(({ code, name, count, href }) => (
        <li
          key={code}
          className="flex min-h-11 break-inside-avoid items-center justify-between gap-4 border-rule border-b"
        >
          <a href={href} className="inline-flex min-h-11 items-center">
            {name}
          </a>{' '}
          <span className="text-ink-2 text-sm">{t('sessions', { count })}</span>
        </li>
      ))}
    </ul>
  );
}
