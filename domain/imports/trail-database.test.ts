import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { ownerReads } from '@/test/owner';
import { confirmed, fresh, previewed, run } from '@/test/stages/imports';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { undoImport } from './commands';
import { exportBadRows } from './rows/bad-rows-commands';

let union: TestUnion;
let official: Viewer;
let head: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const trailOf = (subjectId: string) =>
  db.auditEntry.findMany({
    where: { subjectId },
    orderBy: { id: 'asc' },
    select: { verb: true, action: true, subjectType: true, unitId: true, actorId: true, change: true },
    take: 9,
  });
const personOf = async (name: string) =>
  (await db.person.findFirst({ where: { fullName: name }, select: { id: true } }))?.id ?? expect.unreachable();

test('a preview never shows a whole number, neither that on record nor one in a row that could not be read', async () => {
  const name = fresh();
  await createMember(db, union.khuPho5, { name, birthYear: 1971, phone: '+84907000444' });
  const { rows } = await previewed(head, union.khuPho5, `${name};1971;0907000499;;;;;`, `;1971;0907 000 555;;;;;`);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['update', 'error']);
  const shown = JSON.stringify(rows).replace(/[\s.]/g, '');
  for (const number of ['907000444', '907000499', '907000555']) expect(shown).not.toContain(number);
  expect(rows[0]?.plan?.changes).toEqual([{ field: 'phone', from: '09•• ••• 444', to: '09•• ••• 499' }]);
  expect(rows[1]?.cells[2]).toBe('09•• ••• 555');
});

test('a number that an earlier release kept whole in why a row was left is masked when this one comes, and nothing else is', async () => {
  const { id } = await previewed(head, union.khuPho5, `${fresh()};1971;;;;;;`);
  const reasons = [
    'no-name',
    'not-a-birth|0907 000 557',
    'same-as-row|12',
    'not-a-day|24/11/2026',
    'unit-unknown|Tổ 0907000558',
  ];
  await ownerReads('UPDATE import_row SET reasons = $2 WHERE batch_id = $1', [id, reasons]);
  await ownerReads(
    readFileSync('prisma/migrations/20261225150100_numbers_in_why_a_row_was_left/migration.sql', 'utf8'),
  );
  const [row] = await ownerReads<{ reasons: string[] }>('SELECT reasons FROM import_row WHERE batch_id = $1', [id]);
  expect(row?.reasons).toEqual(reasons.with(1, 'not-a-birth|09•• ••• 557'));
});

test('rows taken out to be corrected are whole, and that they were taken out is in the trail; the neighbour gets none', async () => {
  const { id } = await previewed(head, union.khuPho5, `;1971;0907 000 556;;;;;`);
  const bad = await exportBadRows(official, id);
  if (!bad.ok) expect.unreachable();
  const rows = [];
  for await (const row of bad.value.rows) rows.push(row.cells[2]);
  expect(rows).toEqual(['0907 000 556']);
  expect((await trailOf(id)).at(-1)).toMatchObject({
    verb: 'exported',
    action: 'exportBadRows',
    actorId: official.accountId,
    unitId: union.khuPho5.id,
  });
  const before = (await trailOf(id)).length;
  const neighbour = await makeViewer('commune_official', union.trangDai);
  expect(await exportBadRows(neighbour, id)).toEqual({ ok: false, problem: 'not-found' });
  expect(await trailOf(id)).toHaveLength(before);
});

test('each person made, changed or taken back by an import has an entry of her own, tied to it; whom it left alone has none', async () => {
  const [known, same, made] = [fresh(), fresh(), fresh()];
  const { id: changed } = await createMember(db, union.to1, { name: known, birthYear: 1971 });
  const { id: untouched } = await createMember(db, union.to1, { name: same, birthYear: 1972 });
  const { id: batch } = await previewed(
    official,
    union.longHung,
    `${known};1971;0907000601;Khu phố 5;Tổ 1;Nhà 2;;nòng cốt`,
    `${same};1972;;Khu phố 5;Tổ 1;;;`,
    `${made};1973;0907000602;Khu phố 5;;Nhà 3;;`,
  );
  expect(await trailOf(changed)).toEqual([]);
  await confirmed(official, batch);
  const her = await personOf(made);
  const entry = { subjectType: 'person', actorId: official.accountId };
  const written = { ...entry, verb: 'changed', action: 'importPerson', unitId: union.to1.id };
  expect(await trailOf(changed)).toEqual([
    { ...written, change: { import: batch, fields: ['phone', 'address', 'kind'] } },
  ]);
  expect(await trailOf(her)).toEqual([
    { ...written, verb: 'created', unitId: union.khuPho5.id, change: { import: batch } },
  ]);
  expect(await trailOf(untouched)).toEqual([]);

  expect(await undoImport(official, { batchId: batch })).toMatchObject({ ok: true });
  await run(official, batch);
  expect((await trailOf(changed)).map(({ verb, action }) => [verb, action])).toEqual([
    ['changed', 'importPerson'],
    ['changed', 'undoImportedPerson'],
  ]);
  expect((await trailOf(her)).at(-1)).toMatchObject({ ...entry, verb: 'ended', change: { import: batch } });
  expect(JSON.stringify(await trailOf(changed))).not.toMatch(/Nhà 2|907000601/);
});
