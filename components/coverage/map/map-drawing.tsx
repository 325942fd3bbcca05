import { BoundaryMap } from '@/components/charts/boundaries/boundary-map';
import { HexagonMap } from '@/components/charts/map/hexagon-map';
import type { MapProps } from '@/components/charts/map/map-drawing';
import type { BoundariesOnDay } from '@/domain/boundaries/boundaries';

/** The map of a view: by boundaries where they were asked for and are there, by tiles otherwise. */
export const CoverageMapDrawing = ({ boundaries, ...props }: MapProps & { boundaries: BoundariesOnDay | null }) =>
  boundaries ? <BoundaryMap {...props} boundaries={boundaries} /> : <HexagonMap {...props} size="large" />;
