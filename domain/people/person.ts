import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/day';

/** A member as she is picked from a list: enough to tell two women of one name apart, nothing more. */
export type Member = { id: string; name: string; birthYear: number | null; unitId: string; unitName: string };

/** Members of the union today whom the viewer reaches through a unit they belong to, as a Prisma filter. */
export const membersWithin = (viewer: Viewer) => ({
  erasedOn: null,
  mergedIntoId: null,
  memberships: { some: { ...activeOn(today()), unit: withinReach(viewer, 'people.see') } },
});
