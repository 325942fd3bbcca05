import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareCoverage } from '@/domain/coverage/comparison/comparison-commands';
import { db } from '@/prisma/client';
import { type DeedStage, makeDeedStage } from '@/test/stages/coverage/deed-stage';
import { doSomething, kindsOfDeed } from '@/test/stages/coverage/deeds';
import { chanceOf } from '@/test/stages/merging';
import { settleDueMoves } from './due-move-commands';

/** So many deeds, and the seed they come from: `FUZZ_DEPTH=1000 FUZZ_SEED=7 npm run test:file -- domain/units/carrying-out/deeds-at-random`. */
const DEPTH = Number(process.env.FUZZ_DEPTH ?? 60);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_128);
const COMPARED_EVERY = 50;
const AT_ONCE = 8;
const PATIENCE_MS = 60_000 + DEPTH * 1_000;

let stage: DeedStage;
const refused = new Map<string, Set<string>>();
const did = new Map<string, number>();

beforeAll(async () => {
  stage = await makeDeedStage(SEED);
});
afterAll(() => {
  const told = [...did].map(([name, times]) => `${times} × ${name}`);
  const named = [...refused].map(([concept, names]) => `${concept}: ${[...names].join(', ')}`);
  const days = `${closed.size} days of closed months`;
  if (process.env.FUZZ_DEPTH) process.stdout.write(`${[...told, ...named, days].join('\n')}\n`);
});

async function deed(who: DeedStage, kinds?: readonly string[]): Promise<string> {
  const { name, concept, done } = await doSomething(who, kinds);
  if (done?.ok) did.set(name, (did.get(name) ?? 0) + 1);
  if (done && !done.ok) refused.set(concept, (refused.get(concept) ?? new Set()).add(done.problem));
  return name;
}

/** Whatever says of a day on which its unit is no more that it is there; none of it may be. */
const OPEN_AT_CLOSED = ['membership', 'model_host', 'pair_host', 'office', 'role_grant', 'term', 'record_keeping']
  .map(
    (table) =>
      `SELECT '${table}' AS what FROM ${table} x JOIN unit u ON u.id = x.unit_id
       WHERE u.closed_on IS NOT NULL AND (x.valid_to IS NULL OR x.valid_to > u.closed_on AND x.valid_to > x.valid_from)`,
  )
  .concat(
    `SELECT 'unit below' FROM unit_parent x JOIN unit u ON u.id = x.parent_id
     WHERE u.closed_on IS NOT NULL AND (x.valid_to IS NULL OR x.valid_to > u.closed_on AND x.valid_to > x.valid_from)`,
    ...['person', 'household', 'network'].map(
      (table) =>
        `SELECT '${table}' FROM ${table} x JOIN unit u ON u.id = x.${table === 'person' ? 'keeper_unit_id' : 'unit_id'} WHERE u.closed_on <= app.today()`,
    ),
  )
  .join('\nUNION ALL ');

/** What every day of a closed month says, by unit, and its lessons: of each report that is locked, with what it was filed with. */
const CLOSED_DAYS = `
  SELECT r.id || ' ' || r.snapshot_id || ' ' || d::date AS day,
    (SELECT string_agg(c::text, ' ' ORDER BY c.level) FROM app.coverage(d::date) c WHERE c.commune_id = r.unit_id)
      || (SELECT coalesce(string_agg(u::text, ' ' ORDER BY u.unit_id), '') FROM app.coverage_units_of(r.unit_id, d::date) u)
      || (SELECT coalesce(string_agg(l::text, ' ' ORDER BY l.lesson_id), '') FROM app.peer_lessons_in(r.unit_id, d::date, d::date) l) AS said
  FROM report r JOIN reporting_period p ON p.id = r.period_id CROSS JOIN LATERAL generate_series(p.starts_on, p.ends_on - 1, interval '1 day') d
  WHERE r.state = 'locked'`;
const closed = new Map<string, string>();

/** Days of closed months that say otherwise than when they were first seen closed, or than what was filed. */
async function movedDays(): Promise<string[]> {
  const days = await db.$queryRawUnsafe<{ day: string; said: string }[]>(CLOSED_DAYS);
  const others = days.filter(({ day, said }) => closed.has(day) && closed.get(day) !== said);
  for (const { day, said } of days) closed.set(day, said);
  const filed = await db.$queryRaw<{ id: string }[]>`
    SELECT m.snapshot_id::text AS id FROM app.coverage_moved(ARRAY (SELECT snapshot_id FROM report WHERE state = 'locked')) m WHERE m.units > 0`;
  return [...others.map(({ day }) => day), ...filed.map(({ id }) => id)];
}

async function holds(said: string) {
  await settleDueMoves();
  expect(await movedDays(), `closed days that moved ${said}`).toEqual([]);
  expect(await compareCoverage(), `units and counts that differ ${said}`).toBe(0);
  expect(await db.$queryRawUnsafe(`SELECT what, count(*)::int FROM (${OPEN_AT_CLOSED}) x GROUP BY 1`), said).toEqual(
    [],
  );
}

describe('whatever is done in whatever order, kept figures are those of their sources, closed days stay and nothing stands at a closed unit', () => {
  test(
    'one deed after another',
    async () => {
      for (let at = 1; at <= DEPTH; at++) {
        const name = await deed(stage).catch((error: unknown) => {
          throw new Error(`deed ${at} of seed ${SEED}: ${error}`, { cause: error });
        });
        if (at % COMPARED_EVERY === 0) await holds(`after ${at} deeds of seed ${SEED}, the last: ${name}`);
      }
      await holds(`after all ${DEPTH} deeds of seed ${SEED}`);
    },
    PATIENCE_MS,
  );

  test(
    'eight at a time',
    async () => {
      const rounds = Math.ceil(DEPTH / AT_ONCE);
      const doer = async (_: unknown, no: number) => {
        const who = { ...stage, chance: chanceOf(SEED + no + 1) };
        for (let at = 1; at <= rounds; at++)
          await deed(who).catch((error: unknown) => {
            throw new Error(`deed ${at} of doer ${no}, seed ${SEED}: ${error}`, { cause: error });
          });
      };
      const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, doer));
      expect(ended.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))).toEqual([]);
      await holds(`after ${rounds} rounds of eight at a time, seed ${SEED}`);
    },
    PATIENCE_MS,
  );
});

const undone = () => kindsOfDeed.filter((kind) => !did.has(kind));

test(
  'what never found its moment among so many is tried on, between others that bring it about',
  async () => {
    for (let at = 0; at < DEPTH / 10 && undone().length > 0; at++) {
      await deed(stage);
      if (undone().length > 0) await deed(stage, undone());
    }
    if (DEPTH >= 1_000) expect(undone()).toEqual([]);
    await holds(`after the rare ones of seed ${SEED}`);
  },
  PATIENCE_MS,
);

test('every refusal has words in both languages, and most deeds are refused by none', () => {
  for (const locale of ['vi', 'en'])
    for (const [concept, names] of refused) {
      const words = (file: string) => JSON.parse(readFileSync(`i18n/messages/${locale}/${file}.json`, 'utf8')).problems;
      const told = { ...words('ui'), ...words(concept) };
      expect(
        [...names].filter((name) => !told[name]),
        `${locale}, ${concept}`,
      ).toEqual([]);
    }
  if (DEPTH >= 1_000) expect([...did.keys()].sort()).toEqual([...kindsOfDeed].sort());
  expect(did.size).toBeGreaterThan(kindsOfDeed.length / 2);
});
