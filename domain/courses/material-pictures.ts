import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';

/** Pictures that a course hands out, as Prisma filters of which one holds: courses are one for all communes; none for whoever sees no trainings. */
export const materialPicturesWithin = (viewer: Viewer) =>
  mayAnywhere(viewer, 'trainings.see') ? [{ mime: { startsWith: 'image/' }, courseMaterials: { some: {} } }] : [];
