import { useTranslations } from 'next-intl';
import { boundsOf } from './hexagon';
import { MapDrawing, type MapProps, SmallMapDrawing } from './map-drawing';
import { PastMap } from './past-map';

type HexagonMapProps = MapProps & {
  /** `large` bears names and numbers where there is room for them and is the small map elsewhere. */
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
    <nav aria-label={label} className="@container">
      <PastMap>
        <MapDrawing
          {...props}
          label={label}
          width={largeWidth}
          view={boundsOf(props.tiles, largeWidth, 3)}
          named
          className="hidden w-full @min-[660px]:block"
        />
        <SmallMapDrawing {...props} label={label} className="mx-auto w-full max-w-[30rem] @min-[660px]:hidden" />
      </PastMap>
    </nav>
  );
}
