import { mayAnywhere } from '@/domain/access/access';
import type { Viewer, ViewerHerself } from '@/domain/access/viewer';
import { addDays, fromDate, toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { personsWithin } from '@/domain/people/person';
import { toHost, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { neededSkillsOf } from './needed-skills';
import type { EndingQualification, NeededSkill, Qualification } from './qualification';
import { QUALIFICATION, RENEWABLE_DAYS, toQualification } from './qualification';

const ROWS_MAX = 50;
const ENDING_MAX = 300;

export const qualificationSelect = {
  id: true,
  validFrom: true,
  validTo: true,
  endedAt: true,
  endReason: true,
  version: true,
  grantedBy: { select: { displayName: true } },
} as const;

/** Every recognition of a person whom the viewer sees, the newest first. */
export async function listQualifications(viewer: Viewer, personId: string): Promise<Qualification[]> {
  if (!isId(personId)) return [];
  return qualificationsOf({ personId, person: personsWithin(viewer, 'people.see') });
}

/** The same of the woman herself. */
export const listOwnQualifications = (viewer: ViewerHerself): Promise<Qualification[]> =>
  qualificationsOf({ personId: viewer.personId });

async function qualificationsOf(whose: Prisma.QualificationWhereInput): Promise<Qualification[]> {
  const rows = await db.qualification.findMany({
    where: { ...whose, kind: QUALIFICATION },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
    select: qualificationSelect,
    take: ROWS_MAX,
  });
  return rows.map(toQualification);
}

/**
 * The skills whoever guides others does alone, and which of them a person whom the viewer sees is known to. Empty: none
 * were set yet, or she does not see her.
 */
export async function listNeededSkills(viewer: Viewer, personId: string): Promise<NeededSkill[]> {
  if (!isId(personId)) return [];
  const seen = await db.person.count({ where: { id: personId, ...personsWithin(viewer, 'people.see') } });
  return seen ? neededSkillsOf(db, personId) : [];
}

const endingSoon = (viewer: Viewer) => ({
  kind: QUALIFICATION,
  endedAt: null,
  validTo: { gt: toDate(today()), lte: toDate(addDays(today(), RENEWABLE_DAYS)) },
  person: {
    AND: [
      personsWithin(viewer, 'certificates.qualify'),
      { qualifications: { none: { kind: QUALIFICATION, validTo: { gt: toDate(addDays(today(), RENEWABLE_DAYS)) } } } },
    ],
  },
});

/** Recognitions that run out within sixty days and are not renewed yet, the next one first, where the viewer renews them. */
export async function listEndingQualifications(viewer: Viewer): Promise<EndingQualification[]> {
  if (!mayAnywhere(viewer, 'certificates.qualify')) return [];
  const rows = await db.qualification.findMany({
    where: endingSoon(viewer),
    orderBy: [{ validTo: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      validTo: true,
      person: {
        select: { id: true, fullName: true, demo: true, keeperUnit: { select: unitSelect() } },
      },
    },
    take: ENDING_MAX,
  });
  const names = await listPublishedNames(rows.flatMap(({ person }) => unitsAbove(toUnit(person.keeperUnit))));
  return rows.map(({ id, validTo, person: { id: personId, fullName, demo, keeperUnit } }) => ({
    id,
    personId,
    demo,
    name: fullName ?? '',
    host: toHost(toUnit(keeperUnit), names),
    to: fromDate(validTo),
  }));
}
