import { dayOf, today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { readPhone } from '@/domain/imports/sheets/cell-values';
import type { Transaction } from '@/prisma/transaction';
import type { ShowPhone } from './own-data';
import { dated, daysOf, ROWS_MAX, unit, unitName } from './own-record';

/** The cells of a row of a sheet; one that is a phone is shown as phones are. */
function shownCells(cells: unknown, show: ShowPhone): unknown {
  if (Array.isArray(cells)) return cells.map((cell) => shownCells(cell, show));
  if (cells !== null && typeof cells === 'object')
    return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, shownCells(cell, show)]));
  const phone = typeof cells === 'string' || typeof cells === 'number' ? readPhone(String(cells)) : null;
  return phone === null ? cells : show(phone);
}

/** Her account, invitations to one, her cards, requests about her between units, and the rows of sheets she came in with. */
export async function listOwnTraces(database: Transaction, ids: readonly string[], show: ShowPhone) {
  const hers = { personId: { in: [...ids] } };
  const [account, invitations, memberCards, requests, imports] = await Promise.all([
    findOwnAccount(database, hers, show),
    listOwnInvitations(database, hers, show),
    listOwnCards(database, hers),
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
    account,
    invitations,
    memberCards,
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

async function findOwnAccount(database: Transaction, hers: Hers, show: ShowPhone) {
  const account = await database.account.findFirst({
    where: hers,
    select: {
      displayName: true,
      email: true,
      phone: true,
      disabledAt: true,
      roleGrantsAsAccount: {
        where: lastingAfter(today(), database.roleGrant.fields),
        select: { ...dated, role: true, unit: unit() },
        take: ROWS_MAX,
      },
    },
  });
  return (
    account && {
      name: account.displayName,
      email: account.email,
      phone: account.phone ? show(account.phone) : null,
      closed: account.disabledAt !== null,
      roles: account.roleGrantsAsAccount.map((row) => ({ ...daysOf(row), role: row.role, unit: unitName(row.unit) })),
    }
  );
}

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

async function listOwnCards(database: Transaction, hers: Hers) {
  const rows = await database.memberCard.findMany({
    where: hers,
    orderBy: { madeAt: 'asc' },
    select: { madeAt: true, handedOverAt: true, endedAt: true, unit: unit() },
    take: ROWS_MAX,
  });
  return rows.map((row) => ({
    unit: unitName(row.unit),
    madeOn: dayOf(row.madeAt),
    handedOverOn: row.handedOverAt && dayOf(row.handedOverAt),
    endedOn: row.endedAt && dayOf(row.endedAt),
  }));
}
