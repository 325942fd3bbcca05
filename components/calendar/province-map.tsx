import { useTranslations } from 'next-intl';
import { boundsOf, centerOf, cornersOf, inReadingOrder, radiusOf, viewBoxOf } from '@/components/charts/map/hexagon';
import { Blank, unheard } from '@/components/charts/map/tile';
import { fitName } from '@/components/charts/map/tile-name';
import { FoldedRest } from '@/components/ui/panels/fold';
import type { Commune } from '@/domain/units/unit';

export type BusyCommune = Commune & { count: number; href: string };

const WIDTH = 74;
/** A picture would keep its links to itself; a group hands them on to those who listen. */
const grouped = { role: 'group' } as const;

/** A scale of its own: lake for how many sessions in eight weeks, by whether there is one every week, or two. */
const looks = [
  { name: 'none', least: 0, tile: 'fill-comb', letters: 'fill-ink', swatch: 'bg-comb' },
  { name: 'few', least: 1, tile: 'fill-lake-soft', letters: 'fill-ink', swatch: 'bg-lake-soft' },
  { name: 'several', least: 8, tile: 'fill-lake-mid', letters: 'fill-card', swatch: 'bg-lake-mid' },
  { name: 'many', least: 16, tile: 'fill-lake', letters: 'fill-card', swatch: 'bg-lake' },
] as const;
const lookOf = (count: number) => looks.findLast(({ least }) => count >= least) ?? looks[0];

/** The meaning of the map's colours. */
export function MapLegend() {
  const t = useTranslations('calendar.map.legend');
  return (
    <ul className="mb-5 hidden flex-wrap gap-x-6 gap-y-2 text-sm md:flex">
      {looks.map(({ name, swatch }) => (
        <li key={name} className="flex items-center gap-2">
          <span
            className={`inline-block size-5 border border-ink/15 forced-color-adjust-none [print-color-adjust:exact] ${swatch}`}
            aria-hidden="true"
          />
          {t(name)}
        </li>
      ))}
      <li>{t('gaps')}</li>
    </ul>
  );
}

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
        const { tile, letters } = lookOf(commune.count);
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

type LinksProps = { communes: readonly BusyCommune[] };

/** The same in words, for phones and for whoever reads rather than looks: in the order given, so that one finds her own; where nothing is coming last. */
export function CommuneLinks({ communes }: LinksProps) {
  const t = useTranslations('calendar.map');
  const busy = communes.filter(({ count }) => count > 0);
  const silent = communes.filter(({ count }) => count === 0);
  return (
    <>
      {busy.length > 0 ? <Lines communes={busy} /> : <p>{t('noneAnywhere')}</p>}
      {silent.length > 0 && (
        <FoldedRest summary={t('silent', { count: silent.length })}>
          <Lines communes={silent} />
        </FoldedRest>
      )}
    </>
  );
}

function Lines({ communes }: LinksProps) {
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
          {count > 0 && <span className="font-semibold text-sm tabular-nums">{t('sessions', { count })}</span>}
        </li>
      ))}
    </ul>
  );
}
