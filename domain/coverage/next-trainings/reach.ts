import { mayAnywhere, reach } from '@/domain/access/access';
import type { UnitPath, Viewer } from '@/domain/access/viewer';

/** Whole communes she may look at: those of officials and viewers, and those in which she teaches and may propose. */
export const areasOf = (viewer: Viewer): UnitPath[] => [
  ...new Set([...reach(viewer, 'enrolments.see-waits'), ...reach(viewer, 'trainings.propose')]),
];

/** Is there a page of next trainings for her? */
export const mayLookAhead = (viewer: Viewer): boolean =>
  mayAnywhere(viewer, 'trainings.see') && areasOf(viewer).length > 0;
