import { useTranslations } from 'next-intl';
import { boxWithCallouts, type Callout, type PlacedCallout, placeCallouts } from './callout-geometry';
import { MapDrawing, type MapProps, SmallMapDrawing } from './map-drawing';
import { PastMap } from './past-map';
import { Blank, unheard } from './tile';

type CalloutMapProps = Omit<MapProps, 'current'> & {
  /** Two to four places with a story; phones leave them out, so they must stand elsewhere on the page as well. */
  callouts: readonly Callout[];
};

const tileWidth = 47;

/** The map that opens the home page: no numbers, and a few places that have something to tell. */
export function CalloutMap({ callouts, ...props }: CalloutMapProps) {
  const t = useTranslations('charts');
  const label = t('map.label', { count: props.tiles.length });
  const placed = placeCallouts(callouts, props.tiles, tileWidth);
  const framed = placed.map(({ code }) => code);
  return (
    <nav aria-label={label} className="@container">
      <PastMap>
        <MapDrawing
          {...props}
          label={label}
          width={tileWidth}
          view={boxWithCallouts(placed, props.tiles, tileWidth)}
          framed={framed}
          className="hidden w-full @min-[560px]:block"
        >
          {placed.map((callout) => (
            <CalloutMark key={callout.code} {...callout} />
          ))}
        </MapDrawing>
        <SmallMapDrawing
          {...props}
          label={label}
          framed={framed}
          className="mx-auto w-full max-w-[30rem] @min-[560px]:hidden"
        />
      </PastMap>
    </nav>
  );
}

function CalloutMark({ name, label, href, from, to, side }: PlacedCallout) {
  const line = `M${from.x} ${from.y}L${to.x} ${to.y}`;
  const x = to.x + (side === 'left' ? -7 : 7);
  const textAnchor = side === 'left' ? 'end' : 'start';
  return (
    <>
      <g fill="none" pointerEvents="none" {...unheard}>
        <path d={line} strokeWidth="5" className="stroke-paper" />
        <path d={line} strokeWidth="1.8" className="stroke-ink" />
        <circle cx={from.x} cy={from.y} r="6" strokeWidth="2.2" className="fill-pomelo stroke-ink" />
      </g>
      <a href={href}>
        <text x={x} y={to.y - 6} textAnchor={textAnchor} className="fill-ink font-bold font-serif text-[21px]">
          {name}
          <Blank />
        </text>
        <text x={x} y={to.y + 18} textAnchor={textAnchor} className="fill-lotus font-semibold text-[16px] underline">
          {label}
          <Blank />
        </text>
      </a>
    </>
  );
}
