import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import type { OfficeTitle } from '@/domain/people/person';
import { db } from '@/prisma/client';
import type { WhomToAsk } from './whom-to-ask';

/** Who answers for a sub-association or a group: its head first, then her deputies. */
const answering = [
  'sub_association_head',
  'group_head',
  'sub_association_deputy',
  'group_deputy',
] as const satisfies OfficeTitle[];

const PEOPLE_MAX = 2_000;

/** The heads and deputies of these units today, within the viewer's reach; heads first. Their numbers are asked for on their records. */
export async function listWhomToAsk(viewer: Viewer, unitIds: readonly string[]): Promise<WhomToAsk[]> {
  const rows = await db.office.findMany({
    where: {
      AND: [
        { unitId: { in: unitIds.filter(isId) }, unit: withinReach(viewer, 'people.see') },
        activeOn(today()),
        { title: { in: [...answering] }, person: { mergedIntoId: null } },
      ],
    },
    orderBy: [{ unitId: 'asc' }, { id: 'asc' }],
    select: { unitId: true, title: true, person: { select: { id: true, fullName: true, demo: true } } },
    take: PEOPLE_MAX,
  });
  const order = (title: OfficeTitle) => (answering as readonly OfficeTitle[]).indexOf(title);
  return rows
    .map(({ unitId, title, person }) => ({
      unitId,
      title,
      personId: person.id,
      name: person.fullName ?? '',
      demo: person.demo,
    }))
    .filter(({ name }) => name !== '')
    .sort((one, other) => order(one.title) - order(other.title));
}
