import { may } from '@/domain/access/access';
import type { UnitPath, Viewer } from '@/domain/access/viewer';

/** A unit where it stands today. */
export type Placed = { id: string; path: UnitPath };

/** The unit to be counted, where the viewer may see its reports; null counts nothing. */
export const seenId = (viewer: Viewer, { id, path }: Placed): string | null =>
  may(viewer, 'reports.see', path) ? id : null;

/** What is kept of a place's counts goes by this name: whoever saw that they had moved is not shown them for a minute more. */
export const countedTag = (unitId: string) => `reports:${unitId}`;
