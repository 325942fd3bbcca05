import { spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { personsKeptWithin } from '@/domain/people/person';
import { db } from '@/prisma/client';
import { openSince } from '../requests/request';
import type { Handover } from './handover';
import { itemsOf } from './handover-items';

/** Everything that hangs on a woman today, for whoever may hand it over: she keeps her record. Null for anybody else. */
export async function findHandover(viewer: Viewer, personId: string): Promise<Handover | null> {
  if (!isId(personId)) return null;
  const [person, items, asked] = await Promise.all([
    db.person.findFirst({
      where: { id: personId, ...personsKeptWithin(viewer, 'merging.hand-over') },
      select: { id: true, fullName: true, keeperUnitId: true, keeperUnit: { select: { unitSpans: spanToday() } } },
    }),
    itemsOf(db, viewer, personId, today()),
    db.personRequest.count({
      where: { askedBy: { personId }, answer: null, closedAt: null, askedAt: { gte: openSince() } },
    }),
  ]);
  if (!person) return null;
  const place = person.keeperUnit.unitSpans[0];
  const communeId = place?.communeId ?? person.keeperUnitId;
  const nearId = place?.subAssociationId ?? person.keeperUnitId;
  return { person: { id: person.id, name: person.fullName ?? '', nearId, communeId }, items, asked };
}
