import { useTranslations } from 'next-intl';
import { cornersOf, tilesBeside } from '@/components/charts/map/hexagon';
import { Blank, unheard } from '@/components/charts/map/tile';
import { fitName } from '@/components/charts/map/tile-name';
import type { BusyVenue, EarthPoint } from '@/domain/calendar/where';
import { neighboursOf } from '@/domain/units/neighbour';
import type { Commune } from '@/domain/units/unit';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { besideOf, drawing, placePoints } from './commune-geometry';

type MapProps = {
  locale: Locale;
  commune: Commune;
  communes: readonly Commune[];
  /** a point inside the commune, where one is recorded */
  inside: EarthPoint | null;
  /** halls with a point, in the order of their numbers */
  venues: readonly BusyVenue[];
};

const NAME_ROOM = 78;
/** A picture would keep its links to itself; a group hands them on to those who listen. */
const grouped = { role: 'group' } as const;

/** The map of a commune's sessions: numbered marks that lead to the same halls in words below. */
export function CommuneMap({ locale, commune, communes, inside, venues }: MapProps) {
  const t = useTranslations('calendar.map');
  const borders = neighboursOf(commune.code);
  const placed = placePoints(
    venues.flatMap(({ point }) => point ?? []),
    inside,
  );
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      {...grouped}
      aria-label={t('label', { place: commune.name })}
      className="h-auto w-full max-w-[34rem] overflow-visible font-sans xl:sticky xl:top-6 [&_a]:no-underline [print-color-adjust:exact]"
    >
      <polygon points={cornersOf(drawing.middle, drawing.radius)} strokeWidth="1.5" className="fill-comb stroke-rule" />
      {tilesBeside(commune, communes)
        .filter(({ code }) => borders.includes(code))
        .map((beside) => (
          <NeighbourName key={beside.code} name={beside.name} {...besideOf(commune, beside)} />
        ))}
      {venues.map(({ venue, sessions }, at) => {
        const { x, y } = placed.points[at] ?? drawing.middle;
        return (
          <a
            key={venue.id}
            href={`#noi-${at + 1}`}
            aria-label={t('mark', { number: at + 1, name: venue.name, count: sessions.length })}
          >
            <circle cx={x} cy={y} r="12" strokeWidth="2" className="fill-lotus stroke-card" />
            <text x={x} y={y + 5} textAnchor="middle" className="fill-card font-bold text-[14px]" {...unheard}>
              {at + 1}
            </text>
          </a>
        );
      })}
      <g {...unheard} className="fill-ink-2 stroke-ink-2">
        <path d={`M8 ${drawing.height - 8}v-6m0 3h${placed.scale.length}m0 3v-6`} fill="none" strokeWidth="1.5" />
        <text x={14 + placed.scale.length} y={drawing.height - 6} strokeWidth="0" className="text-[14px]">
          {placed.scale.metres < 1_000
            ? t('metres', { count: formatNumber(locale, placed.scale.metres) })
            : t('kilometres', { count: formatNumber(locale, placed.scale.metres / 1_000) })}
        </text>
        <path d={`M${drawing.width - 14} 30v-22m-5 6l5 -7l5 7`} fill="none" strokeWidth="1.5" />
        <text x={drawing.width - 14} y="46" textAnchor="middle" strokeWidth="0" className="text-[14px]">
          {t('north')}
        </text>
      </g>
    </svg>
  );
}

type NameProps = { name: string; x: number; y: number; anchor: 'start' | 'middle' | 'end' };

/** Which commune lies on that side. */
function NeighbourName({ name, x, y, anchor }: NameProps) {
  const { lines, size } = fitName(name, NAME_ROOM, NAME_ROOM, 14);
  return (
    <text textAnchor={anchor} fontSize={size} className="fill-ink-2" {...unheard}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} y={y + (at - (lines.length - 1) / 2) * 16}>
          {line}
          <Blank />
        </tspan>
      ))}
    </text>
  );
}
