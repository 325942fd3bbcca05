import { withinAreas, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { pageOf } from '@/domain/page';
import { placeName, toHost, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { findUnit } from '@/domain/units/queries';
import { nameToday, toUnit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { PersonRow } from './person';
import { keptMasked } from './phones/phone';
import { findRegister, listRegisterIds, type RegisterFilter } from './register-queries';

const PEOPLE_PAGE = 50;
/** The number to which people are counted, and no further: "more than 1,000". */
export const COUNTED_MAX = 1000;

/** The unit by its place where that was read already, else by its id. */
export type PeopleFilter = RegisterFilter & { unitId?: string | undefined };
export type PeoplePage = { people: PersonRow[]; next: string | null };

/**
 * Members within the viewer's reach, of a unit where one is named, by given name in Vietnamese order, fifty a page.
 * `kind: 'left'`: women whose record is kept here and who belong to no unit any more.
 */
export async function listPeople(viewer: Viewer, filter: PeopleFilter): Promise<PeoplePage> {
  const asked = await located(viewer, filter);
  if (!asked) return { people: [], next: null };
  const ids = await listRegisterIds(viewer, asked, PEOPLE_PAGE + 1);
  const { page, next } = pageOf(ids, PEOPLE_PAGE, (id) => id);
  return { people: await rowsOf(viewer, page, asked.path), next };
}

/** The same with how many they are on all pages, counted up to one more than `COUNTED_MAX`. */
export async function listCountedPeople(viewer: Viewer, filter: PeopleFilter): Promise<PeoplePage & { count: number }> {
  const asked = await located(viewer, filter);
  if (!asked) return { people: [], next: null, count: 0 };
  const { ids, count } = await findRegister(viewer, asked, { take: PEOPLE_PAGE + 1, most: COUNTED_MAX });
  const { page, next } = pageOf(ids, PEOPLE_PAGE, (id) => id);
  return { people: await rowsOf(viewer, page, asked.path), next, count };
}

/** The place of the unit asked for; null for a unit that is beyond her reach or none. */
async function located(viewer: Viewer, { unitId, ...filter }: PeopleFilter): Promise<RegisterFilter | null> {
  if (!unitId || filter.path) return filter;
  const unit = isId(unitId) ? await findUnit(viewer, unitId, 'people.see') : null;
  return unit && { ...filter, path: unit.path };
}

async function rowsOf(viewer: Viewer, ids: string[], path: string | undefined): Promise<PersonRow[]> {
  const here = path ? withinAreas([path]) : withinReach(viewer, 'people.see');
  const current = activeOn(today());
  const unit = { select: unitSelect() };
  const office = { select: { unitNames: nameToday() } };
  const rows = await db.person.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      fullName: true,
      birthYear: true,
      phone: true,
      demo: true,
      keeperUnit: unit,
      memberships: { where: { ...current, unit: here }, select: { kind: true, unit }, take: 1 },
      offices: { where: current, orderBy: { title: 'asc' }, select: { title: true, unit: office }, take: 5 },
    },
    take: ids.length,
  });
  const placed = rows.map(({ memberships: [membership], keeperUnit, ...row }) => ({
    ...row,
    kind: membership?.kind ?? null,
    unit: toUnit(membership?.unit ?? keeperUnit),
  }));
  const names = await listPublishedNames(placed.flatMap((row) => unitsAbove(row.unit)));
  const byId = new Map(
    placed.map(({ id, fullName, birthYear, phone, kind, unit: place, offices, demo }) => [
      id,
      {
        id,
        birthYear,
        kind,
        demo,
        name: fullName ?? '',
        phone: keptMasked(phone),
        unitName: placeName(place, names),
        communeName: toHost(place, names).communeName,
        offices: offices.map(({ title, unit: { unitNames } }) => ({ title, unitName: unitNames[0]?.name ?? '' })),
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
