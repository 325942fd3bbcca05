import { dayOf, fromDate, toDate, today } from '@/domain/days/day';
import { readPhone } from '@/domain/imports/sheets/cell-values';
import { nameToday } from '@/domain/units/unit';
import type { Transaction } from '@/prisma/transaction';
import type { OwnData, ShowPhone } from './own-data';

const ROWS_MAX = 1000;

type Dated = { validFrom: Date; validTo: Date | null };
export const daysOf = ({ validFrom, validTo }: Dated) => ({
  from: fromDate(validFrom),
  to: validTo && fromDate(validTo),
});
export const unitName = (unit: { unitNames: { name: string }[] }) => unit.unitNames[0]?.name ?? '';
const unit = () => ({ select: { unitNames: nameToday() } });
const dated = { validFrom: true, validTo: true } as const;
const oldestFirst = { validFrom: 'asc' } as const;

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
    phone: phone ? show(phone) : null,
    keptBy: unitName(keeperUnit),
    recordedOn: dayOf(createdAt),
    alsoRecordedAs: rows.flatMap((row) => (row.id !== her.id && row.fullName ? [row.fullName] : [])),
  };
}

/** Her places and ties: units, titles, networks, households. */
export async function listOwnPlaces(database: Transaction, ids: readonly string[]) {
  const hers = { personId: { in: [...ids] } };
  const [memberships, offices, networks, households] = await Promise.all([
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

/** The cells of a row of a sheet; one that is a phone is shown as phones are. */
function shownCells(cells: unknown, show: ShowPhone): unknown {
  if (Array.isArray(cells)) return cells.map((cell) => shownCells(cell, show));
  if (cells !== null && typeof cells === 'object')
    return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, shownCells(cell, show)]));
  const phone = typeof cells === 'string' || typeof cells === 'number' ? readPhone(String(cells)) : null;
  return phone === null ? cells : show(phone);
}

/** Her account, invitations to one, requests about her between units, and the rows of sheets she came in with. */
export async function listOwnTraces(database: Transaction, ids: readonly string[], show: ShowPhone) {
  const hers = { personId: { in: [...ids] } };
  const [account, invitations, requests, imports] = await Promise.all([
    database.account.findFirst({
      where: hers,
      select: {
        displayName: true,
        email: true,
        phone: true,
        disabledAt: true,
        roleGrantsAsAccount: {
          where: { OR: [{ validTo: null }, { validTo: { gt: toDate(today()) } }] },
          select: { ...dated, role: true, unit: unit() },
          take: ROWS_MAX,
        },
      },
    }),
    listOwnInvitations(database, hers, show),
    database.personRequest.findMany({
      where: hers,
      orderBy: { askedAt: 'asc' },
      select: { purpose: true, askedAt: true, answer: true, withdrawnById: true, reason: true, toUnit: unit() },
      take: ROWS_MAX,
    }),
    database.importRow.findMany({
      where: { subjectId: { in: [...ids] } },
      orderBy: [{ batchId: 'asc' }, { rowNo: 'asc' }],
      select: { cells: true, batch: { select: { fileName: true, uploadedAt: true } } },
      take: ROWS_MAX,
    }),
  ]);
  return {
    account: account && {
      name: account.displayName,
      email: account.email,
      phone: account.phone ? show(account.phone) : null,
      closed: account.disabledAt !== null,
      roles: account.roleGrantsAsAccount.map((row) => ({ ...daysOf(row), role: row.role, unit: unitName(row.unit) })),
    },
    invitations,
    requests: requests.map(({ toUnit, askedAt, answer, withdrawnById, ...row }) => ({
      ...row,
      answer: withdrawnById ? ('withdrawn' as const) : answer,
      unit: unitName(toUnit),
      on: dayOf(askedAt),
    })),
    imports: imports.map(({ cells, batch }) => ({
      file: batch.fileName,
      on: dayOf(batch.uploadedAt),
      cells: shownCells(cells, show),
    })),
  };
}

type Hers = { personId: { in: string[] } };

async function listOwnInvitations(database: Transaction, hers: Hers, show: ShowPhone) {
  const rows = await database.invitation.findMany({
    where: { ...hers, acceptedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { address: true, role: true, createdAt: true, unit: unit() },
    take: ROWS_MAX,
  });
  return rows.map((row) => ({
    address: String(shownCells(row.address, show)),
    role: row.role,
    unit: unitName(row.unit),
    on: dayOf(row.createdAt),
  }));
}
