import { useTranslations } from 'next-intl';
import { bearingNames } from './bearings';
import { boundsOf } from './hexagon';
import { Bearings, MapDrawing, type MapProps, SmallMapDrawing, smallWidth } from './map-drawing';
import { PastMap } from './past-map';
import { onlySmall } from './tile';

type HexagonMapProps = MapProps & {
  /** `large` bears names and numbers where there is room for them, and the names of the small map elsewhere. */
  size: 'large' | 'small';
};

const largeWidth = 74;

/** The province as a honeycomb: every commune a tile of equal rank, each a link to its page. */
export function HexagonMap({ size, ...props }: HexagonMapProps) {
  const t = useTranslations('charts');
  const label = t('map.label', { count: props.tiles.length });
  if (size === 'small')
    return (
      <nav aria-label={label}>
        <PastMap>
          <SmallMapDrawing {...props} label={label} className="w-full" />
        </PastMap>
      </nav>
    );
  return (
    <nav aria-label={label} className="@container break-inside-avoid print:pt-4">
      <PastMap>
        <MapDrawing
          {...props}
          label={label}
          width={largeWidth}
          view={boundsOf(props.tiles, largeWidth, 3)}
          named
          className="mx-auto mt-[6%] w-full max-w-[30rem] @min-[660px]:mt-0 @min-[660px]:max-w-none print:mt-0 print:max-w-[21rem]"
        >
          <Bearings
            names={bearingNames(props.tiles, largeWidth)}
            size={(16 * largeWidth) / smallWidth}
            className={onlySmall}
          />
        </MapDrawing>
      </PastMap>
    </nav>
  );
}
