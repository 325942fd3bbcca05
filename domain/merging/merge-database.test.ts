import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { addRandomRow, chanceOf, everyRow, makeDoubles } from '@/test/stages/merging';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { survivorWins } from './merge';
import { mergePersons, undoMerge } from './merge-commands';
import { previewMerge } from './merge-queries';
import { keptColumns, mayStay, movedColumns } from './merge-tables';

let union: TestUnion;
let official: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const pointers = () => db.$queryRaw<{ table: string; column: string }[]>`
  SELECT r.relname::text AS table, a.attname::text AS column FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
  WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass ORDER BY 1, 2`;

test('of every column of the database that points to a person it is decided whether it moves or stays, and why', async () => {
  const decided = [
    ...Object.entries(movedColumns).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
    ...Object.keys(keptColumns),
  ];
  expect(decided.sort()).toEqual((await pointers()).map(({ table, column }) => `${table}.${column}`).sort());
});

/** Rows by table and key, to be counted: a row moved is still the same row. */
const keysOf = (all: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(all)
      .filter(([table]) => !['person_skill', 'session_trainer', 'media_person'].includes(table))
      .map(([table, rows]) => [table, rows.map((row) => JSON.parse(row).id ?? row).sort()]),
  );
/** Units whose coverage on some days is not what the source rows say. */
const astray = () => db.$queryRaw`
  SELECT d.day::text, a.unit_id::text FROM (SELECT app.today() - n AS day FROM unnest(ARRAY[0, 40, 120, 300]) n) d
  CROSS JOIN LATERAL (SELECT * FROM app.coverage_units(d.day) EXCEPT SELECT * FROM app.coverage_units_from_source(d.day)) a`;
const merging = (survivorId: string, absorbedId: string) => ({
  survivorId,
  absorbedId,
  survivorVersion: 1,
  absorbedVersion: 1,
  ...survivorWins,
});

describe('two records with whatever rows', () => {
  let merged = 0;
  for (let seed = 1; seed <= 24; seed++)
    test(`no. ${seed}: nothing points to the absorbed but what is listed, no row is lost, and undoing restores each one`, async () => {
      const chance = chanceOf(seed * 7919);
      const stage = await makeDoubles(union);
      const [one, other] = stage.women;
      for (let at = 0; at < 30; at++) await addRandomRow(stage, chance);
      const before = await everyRow();
      const asked = (await previewMerge(official, one.id, other.id))?.crossings;
      const standing = Object.fromEntries(
        (asked?.each ?? []).map(({ thirdId }) => [thirdId, chance.from(['guided', 'learned'] as const)]),
      );
      const result = await mergePersons(official, { ...merging(one.id, other.id), standing, crossings: asked?.mark });
      if (!result.ok) {
        expect(['taught-at-once', 'seats-cross']).toContain(result.problem);
        expect(await everyRow()).toEqual(before);
        return;
      }
      merged++;
      const after = await everyRow();
      const { person: _, attendance_event: _taps, attendance: _register, ...keys } = keysOf(after);
      const { person: __, attendance_event: __taps, attendance: __register, ...keysBefore } = keysOf(before);
      expect(keys).toEqual(keysBefore);
      expect(await astray()).toEqual([]);
      expect(after.attendance?.length).toBe(before.attendance?.length);
      for (const { table, column } of await pointers()) {
        if (`${table}.${column}` in keptColumns || (mayStay as readonly string[]).includes(table)) continue;
        const rows = await db.$queryRawUnsafe<{ n: number }[]>(
          `SELECT count(*)::int AS n FROM ${table} WHERE ${column} = $1::uuid`,
          other.id,
        );
        expect(rows[0]?.n, `${table}.${column}`).toBe(0);
      }
      expect(
        await db.pair.count({
          where: {
            OR: [
              { instructorId: other.id, learnerId: { not: one.id } },
              { learnerId: other.id, instructorId: { not: one.id } },
            ],
          },
        }),
      ).toBe(0);
      expect(await db.attendance.count({ where: { personId: other.id } })).toBe(0);

      const undone = await undoMerge(official, { mergeId: result.value.id });
      expect(undone).toMatchObject({ ok: true, value: { left: [] } });
      expect(await everyRow()).toEqual(before);
      expect(await astray()).toEqual([]);
    });

  test('few of them are refused', () => {
    expect(merged).toBeGreaterThan(16);
  });
});
