import { boundaryText } from '@/domain/boundaries/reading/board-fixture';

/** A made-up file of boundaries with one area for each code, as a form sends it. */
export const createBoundaryFile = (codes: readonly string[]) => new File([boundaryText(codes)], 'ranh-gioi.geojson');
