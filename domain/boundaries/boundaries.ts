import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { line } from '@/domain/texts/text';
import { fileInput } from '@/domain/upload';

/** The bounds of a file, looked at before it is read: what is larger is thinned out by whoever made it. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;
export const POSITIONS_MAX = 600_000;
export const AREAS_MAX = 500;

/** What is kept of a file: small enough to travel with a page. */
export const TOPOLOGY_BYTES_MAX = 64_000;

/** Boundaries of all communes, neighbours sharing the line between them; each area is named by its official code. */
export type BoundaryTopology = Topology<{ communes: GeometryCollection }>;

/** What came of a file, told before it counts. */
export type BoundaryFacts = {
  areas: number;
  /** positions in the file, and those that are kept */
  positionsRead: number;
  positionsKept: number;
  /** of the pairs of communes that are known to border each other, how many share a line here */
  bordersKnown: number;
  bordersShared: number;
  /** what the lines weigh on their way to a reader */
  kilobytes: number;
  /** codes whose line crossed itself and was mended */
  mended: string[];
};

export type BoundaryState = 'draft' | 'shown' | 'removed';

/** One edition of boundaries as its page tells it. */
export type BoundaryEdition = {
  id: string;
  state: BoundaryState;
  edition: string;
  asOf: Day;
  source: string;
  licence: string;
  fileSha256: string;
  facts: BoundaryFacts;
  uploadedAt: Date;
  uploadedBy: string;
  shownAt: Date | null;
  shownBy: string | null;
  removedAt: Date | null;
  removedBy: string | null;
};

/** The same for drawing. */
export type DrawnBoundaries = Pick<BoundaryEdition, 'id' | 'edition' | 'asOf' | 'source' | 'licence'> & {
  topology: BoundaryTopology;
};

/** The same on a day: the area of a commune that is no more by then is that of its one heir, by their codes. */
export type BoundariesOnDay = DrawnBoundaries & { heirs: Record<string, string> };

export const uploadInput = z.object({
  boundaryFile: fileInput(FILE_BYTES_MAX),
  edition: line(1, 120),
  asOf: dayInput,
  source: line(3, 300),
  licence: line(3, 300),
});
export type UploadInput = z.output<typeof uploadInput>;
export const boundaryInput = z.object({ boundaryId: idInput });
export type BoundaryInput = z.output<typeof boundaryInput>;

export type ReadingProblem =
  | 'not-geojson'
  | 'too-many-positions'
  | 'not-wgs84'
  | 'not-areas'
  | 'outside-vietnam'
  | 'without-codes'
  | 'crosses-itself'
  | 'lost-shape';
