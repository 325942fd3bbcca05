import { dayOf, fromDate } from '@/domain/days/day';
import { lastDayBefore, neverWas } from '@/domain/days/ending';
import { nameToday } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';
import type { OwnData, OwnDays, ShowPhone } from './own-data';

export const ROWS_MAX = 1000;

type Dated = { validFrom: Date; validTo: Date | null };
export function daysOf({ validFrom, validTo }: Dated): OwnDays {
  const days = { from: fromDate(validFrom), to: validTo && fromDate(validTo) };
  const never = neverWas(days);
  return { from: days.from, lastDay: days.to && !never ? lastDayBefore(days.to) : null, never };
}
export const unitName = (unit: { unitNames: { name: string }[] }) => unit.unitNames[0]?.name ?? '';
export const unit = () => ({ select: { unitNames: nameToday() } });
export const dated = { validFrom: true, validTo: true } as const;
export const oldestFirst = { validFrom: 'asc' } as const;

/**
 * Her facts in the records of persons; `ids` are her record, first, and those merged into it. The caller has asked
 * who may read them.
 */
export async function findOwnPerson(
  database: Transaction,
  ids: readonly string[],
  show: ShowPhone,
): Promise<OwnData['person']> {
  const rows = await database.person.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      fullName: true,
      birthYear: true,
      phone: true,
      address: true,
      languages: true,
      createdAt: true,
      keeperUnit: unit(),
    },
    take: ids.length,
  });
  const her = rows.find(({ id }) => id === ids[0]);
  if (!her) throw new Error(`the record ${ids[0]} is gone`);
  const { fullName, createdAt, keeperUnit, phone, ...rest } = her;
  return {
    ...rest,
    name: fullName ?? '',
    phone: phone ? show(phone, her.id) : null,
    keptBy: unitName(keeperUnit),
    recordedOn: dayOf(createdAt),
    alsoRecordedAs: rows.flatMap((row) => (row.id !== her.id && row.fullName ? [row.fullName] : [])),
  };
}

/** Her places and ties: units, titles, networks, households. */
export async function listOwnPlaces(database: Transaction, ids: readonly string[]) {
  const [inUnits, inGroups] = await Promise.all([listUnits(database, ids), listGroups(database, ids)]);
  return { ...inUnits, ...inGroups };
}

/** The units she belongs to, and her titles there. */
async function listUnits(database: Transaction, ids: readonly string[]) {
  const hers = { personId: { in: [...ids] } };
  const [memberships, offices] = await Promise.all([
    database.membership.findMany({
      where: hers,
      orderBy: oldestFirst,
      select: { ...dated, kind: true, endReason: true, unit: unit() },
      take: ROWS_MAX,
    }),
    database.office.findMany({
      where: hers,
      orderBy: oldestFirst,
      select: { ...dated, title: true, endReason: true, unit: unit() },
      take: ROWS_MAX,
    }),
  ]);
  return {
    memberships: memberships.map((row) => ({
      ...daysOf(row),
      unit: unitName(row.unit),
      kind: row.kind,
      endReason: row.endReason,
    })),
    offices: offices.map((row) => ({
      ...daysOf(row),
      unit: unitName(row.unit),
      title: row.title,
      endReason: row.endReason,
    })),
  };
}

/** Her networks and her household. */
async function listGroups(database: Transaction, ids: readonly string[]) {
  const hers = { personId: { in: [...ids] } };
  const [networks, households] = await Promise.all([
    database.networkMember.findMany({
      where: hers,
      orderBy: oldestFirst,
      select: { ...dated, network: { select: { name: true, kind: true, unit: unit() } } },
      take: ROWS_MAX,
    }),
    database.householdMember.findMany({
      where: hers,
      orderBy: oldestFirst,
      select: { ...dated, household: { select: { name: true, size: true, headPersonId: true, unit: unit() } } },
      take: ROWS_MAX,
    }),
  ]);
  return {
    networks: networks.map(({ network, ...row }) => ({
      ...daysOf(row),
      name: network.name,
      kind: network.kind,
      unit: unitName(network.unit),
    })),
    households: households.map(({ household, ...row }) => ({
      ...daysOf(row),
      name: household.name,
      unit: unitName(household.unit),
      head: ids.includes(household.headPersonId),
      size: household.size,
    })),
  };
}
