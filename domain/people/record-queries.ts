import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { fromDate, today } from '@/domain/days/day';
import { hasEndedBy } from '@/domain/days/ending';
import { isId } from '@/domain/id';
import { toHost, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit, type Unit, unitSelect } from '@/domain/units/unit';
import { db, type Prisma } from '@/prisma/client';
import { personsWithin } from './person';
import { keptMasked } from './phones/phone';
import type { MembershipRow, NetworkRow, OfficeRow, PersonRecord } from './record';

const ROWS_MAX = 100;

/**
 * One person's record, or null when there is none that the viewer may see: her memberships, offices and networks, the
 * running ones first. The phone comes masked; the address only to who may ask for the phone.
 */
export async function findPerson(viewer: Viewer, personId: string): Promise<PersonRecord | null> {
  if (!isId(personId)) return null;
  const row = await db.person.findFirst({
    where: { id: personId, ...personsWithin(viewer, 'people.see') },
    select: recordSelect(),
  });
  if (!row) return null;
  const keeper = toUnit(row.keeperUnit);
  const kept = may(viewer, 'people.record', keeper.path);
  const memberships = row.memberships.map((each) => ({ ...each, unit: toUnit(each.unit) }));
  const here = [keeper, ...memberships.filter(isLasting).map(({ unit }) => unit)];
  const names = await listPublishedNames(memberships.flatMap(({ unit }) => unitsAbove(unit)));
  const seePhone = here.some(({ path }) => may(viewer, 'people.see-phone', path));
  return {
    id: row.id,
    name: row.fullName ?? '',
    birthYear: row.birthYear,
    phone: keptMasked(row.phone),
    address: seePhone ? row.address : null,
    languages: row.languages,
    keeper: { id: keeper.id, name: keeper.name, path: keeper.path },
    diedOn: row.diedOn && fromDate(row.diedOn),
    memberships: memberships.map((each) => toMembership(viewer, each, kept, names)),
    offices: row.offices.map((each) => toOffice(viewer, each)),
    networks: row.networkMembers.map((each) => toNetwork(viewer, each)),
    demo: row.demo,
    version: row.version,
    may: {
      seePhone: seePhone && row.phone !== null,
      record: kept,
      appoint: here.some(({ path }) => may(viewer, 'people.appoint', path)),
      networks: here.some(({ path }) => may(viewer, 'people.networks', path)),
    },
  };
}

/** The record that stands today for a merged one; null unless the viewer may see it. */
export async function findStandingId(viewer: Viewer, personId: string): Promise<string | null> {
  if (!isId(personId)) return null;
  const [row] = await db.$queryRaw<{ id: string | null }[]>`SELECT app.record_today(${personId}::uuid) AS id`;
  if (!row?.id || row.id === personId) return null;
  const seen = await db.person.count({ where: { id: row.id, ...personsWithin(viewer, 'people.see') } });
  return seen > 0 ? row.id : null;
}

const rows = { orderBy: [{ validFrom: 'desc' as const }, { id: 'desc' as const }], take: ROWS_MAX };
const dated = { id: true, validFrom: true, validTo: true } as const;

const recordSelect = () => ({
  id: true,
  fullName: true,
  birthYear: true,
  phone: true,
  address: true,
  languages: true,
  diedOn: true,
  demo: true,
  version: true,
  keeperUnit: { select: unitSelect() },
  memberships: {
    ...rows,
    select: { ...dated, kind: true, endReason: true, version: true, unit: { select: unitSelect() } },
  },
  offices: {
    ...rows,
    select: { ...dated, title: true, version: true, term: { select: { name: true } }, unit: { select: unitSelect() } },
  },
  networkMembers: {
    ...rows,
    select: { ...dated, network: { select: { id: true, kind: true, name: true, unit: { select: unitSelect() } } } },
  },
});

type Dated = { id: string; validFrom: Date; validTo: Date | null };
type Row = Prisma.PersonGetPayload<{ select: ReturnType<typeof recordSelect> }>;

const isLasting = (row: Dated) => !hasEndedBy(days(row), today());
const days = ({ validFrom, validTo }: Dated) => ({ from: fromDate(validFrom), to: validTo && fromDate(validTo) });

function toMembership(
  viewer: Viewer,
  row: Omit<Row['memberships'][number], 'unit'> & { unit: Unit },
  kept: boolean,
  names: ReadonlyMap<string, string>,
): MembershipRow {
  const { unit, id, kind, endReason, version } = row;
  const host = toHost(unit, names);
  const own = may(viewer, 'people.record', unit.path);
  return {
    id,
    kind,
    endReason,
    version,
    ...days(row),
    unitId: unit.id,
    unitName: unit.name,
    path: unit.path,
    communeId: unit.communeId,
    within: [host.subAssociationName, host.communeName].filter((name) => name && name !== unit.name).join(', ') || null,
    may: {
      end: row.validTo === null && (kept || own),
      move: row.validTo === null && kept && own && unit.communeId !== null,
    },
  };
}

function toOffice(viewer: Viewer, row: Row['offices'][number]): OfficeRow {
  const unit = toUnit(row.unit);
  const { id, title, version, term } = row;
  const end = isLasting(row) && may(viewer, 'people.appoint', unit.path);
  return {
    id,
    title,
    version,
    ...days(row),
    unitId: unit.id,
    unitName: unit.name,
    term: term?.name ?? null,
    may: { end },
  };
}

function toNetwork(viewer: Viewer, row: Row['networkMembers'][number]): NetworkRow {
  const { id: networkId, kind, name } = row.network;
  const unit = toUnit(row.network.unit);
  const end = row.validTo === null && may(viewer, 'people.networks', unit.path);
  return { id: row.id, networkId, kind, name, unitName: unit.name, ...days(row), may: { end } };
}
