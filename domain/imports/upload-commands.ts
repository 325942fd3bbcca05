import { createHash } from 'node:crypto';
import { may, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { addDays, toDate, today } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { cleanLine } from '@/domain/texts/clean-text';
import { findUnit, findUnitToUse } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';
import { db, longTransaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { KEPT_DAYS, ROWS_MAX, type UploadInput } from './import';
import { shownCell } from './rows/import-rows';
import { readBirthYear } from './sheets/cell-values';
import { findHeadings, likelyHeadings, readColumns } from './sheets/columns';
import { readSheetApart, type SheetProblem } from './sheets/sheet-reader';
import type { SheetRow } from './sheets/sheet-text';

export type UploadProblem = 'not-found' | 'not-allowed' | 'unit-level' | 'no-headings' | SheetProblem;

const INSERT_ROWS = 5000;

/**
 * Reads a sheet of members for a unit and keeps its rows to be checked; nobody's record is touched. A file carried
 * out here before leads to that import. Numbers of identity cards are not kept.
 */
export async function uploadSheet(
  viewer: Viewer,
  { unitId, sheetFile }: UploadInput,
): Promise<Result<{ id: string; again: boolean }, UploadProblem>> {
  const unit = await findUnitToUse(viewer, unitId, 'people.see');
  if (!unit) return problem('not-found');
  if (!may(viewer, 'imports.members', unit.path)) return problem('not-allowed');
  if (unit.level !== 'commune' && unit.level !== 'sub_association') return problem('unit-level');

  await purgeDue(viewer);
  const bytes = Buffer.from(await sheetFile.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest();
  const before = await db.importBatch.findFirst({
    where: { unitId: unit.id, fileSha256: sha256, state: 'applied', scopeUnit: withinReach(viewer, 'imports.members') },
    select: { id: true },
  });
  if (before) return ok({ id: before.id, again: true });

  const read = await readSheetApart(bytes);
  if (!read.ok) return read;
  const known = findHeadings(read.value).at;
  const at = known >= 0 ? known : likelyHeadings(read.value);
  const heading = read.value[at];
  const body = read.value.slice(at + 1);
  if (!heading || body.length === 0) return problem('no-headings');
  if (body.length > ROWS_MAX) return problem('file-too-many-rows');
  return longTransaction((tx) => keepSheet(tx, viewer, unit, { sha256, name: sheetFile.name, heading, body }));
}

type Sheet = { sha256: Buffer; name: string; heading: SheetRow; body: SheetRow[] };

async function keepSheet(tx: Transaction, viewer: Viewer, unit: Unit, { sha256, name, heading, body }: Sheet) {
  const { drop, ...columns } = readColumns(heading.cells, body, heading.no);
  const wide = unit.communeId ? await findUnit(viewer, unit.communeId, 'imports.members') : null;
  const { id } = await tx.importBatch.create({
    data: {
      unitId: unit.id,
      scopeUnitId: wide?.id ?? unit.id,
      subject: 'members',
      fileName: cleanLine(name).slice(0, 200) || '–',
      fileSha256: new Uint8Array(sha256),
      columns,
      uploadedById: viewer.accountId,
      purgeOn: toDate(addDays(today(), KEPT_DAYS)),
      rowCount: body.length,
    },
    select: { id: true },
  });
  for (let from = 0; from < body.length; from += INSERT_ROWS) {
    const rows = body
      .slice(from, from + INSERT_ROWS)
      .map(({ no, cells }) => ({ no, cells: keptCells(cells, drop, columns.fields.indexOf('birth')) }))
      .map(({ no, cells }) => ({ no, cells: cells.map(shownCell), numbers: numbersIn(cells) }));
    await tx.$executeRaw`
      INSERT INTO import_row (batch_id, row_no, reasons, cells)
      SELECT ${id}::uuid, (r->>'no')::int, '{}', r->'cells' FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`;
    await tx.$executeRaw`SELECT app.keep_sheet_numbers(${id}::uuid, ${JSON.stringify(rows)}::jsonb)`;
  }
  await record(tx, viewer, {
    verb: 'created',
    action: 'uploadSheet',
    subjectType: 'import',
    subjectId: id,
    unitId: unit.id,
    change: { rows: body.length },
  });
  return ok({ id, again: false });
}

/** Numbers as they are written, by the places of their cells. */
const numbersIn = (cells: readonly string[]) =>
  Object.fromEntries(cells.flatMap((cell, at) => (shownCell(cell) === cell ? [] : [[at, cell]])));

/** The cells that are kept: without identity cards, and of a birth the year alone. */
const keptCells = (cells: readonly string[], drop: ReadonlySet<number>, birth: number) =>
  cells.map((cell, at) => (drop.has(at) ? '' : at === birth ? String(readBirthYear(cell) ?? cell) : cell));

const DUE_MAX = 100;

/** Empties the rows of imports whose time is over; what was counted stays. Asked with every new sheet. */
async function purgeDue(viewer: Viewer): Promise<void> {
  const due = await db.importBatch.findMany({
    where: { purgeOn: { lte: toDate(today()) }, purgedOn: null },
    select: { id: true, unitId: true },
    take: DUE_MAX,
  });
  for (const { id, unitId } of due)
    await longTransaction(async (tx) => {
      await tx.$executeRaw`
        UPDATE import_row SET cells = '[]', plan = NULL, before = NULL, match_key = NULL, reasons = '{}'
        WHERE batch_id = ${id}::uuid`;
      await tx.importBatch.update({ where: { id }, data: { purgedOn: toDate(today()) }, select: { id: true } });
      await record(tx, viewer, {
        verb: 'changed',
        action: 'purgeImport',
        subjectType: 'import',
        subjectId: id,
        unitId,
      });
    });
}
