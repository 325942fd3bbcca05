import type pg from 'pg';
import { addDays, type Day, today } from '@/domain/days/day';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember } from '@/test/factories/people';
import { createCommune, createGroup, createProvince, createSubAssociation, keepRecords } from '@/test/factories/units';
import type { Made } from '@/test/factories/write';
import { chanceOf } from '../merging';

/*
 * Random changes of everything that coverage is made of, each a transaction of its own. What the database refuses (a status over
 * another, a unit that closes before its groups) is not there: that it left nothing behind is part of what is tried.
 */
export type Chance = ReturnType<typeof chanceOf>;
type Kind = 'communes' | 'subAssociations' | 'groups' | 'people' | 'families' | 'pairs';
export type CoverageStage = Record<Kind, Made[]> & { province: Made; chance: Chance; client: pg.Client };
type Change = (stage: CoverageStage) => Promise<unknown>;

const DAYS_BACK = 400;
const DAYS_AHEAD = 120;
/** Most changes are of today or of the last weeks, as in a commune at work; some go far back or wait for their day. */
export function anyDay(chance: Chance): Day {
  const [near, far] = [chance.next(60) - 50, chance.next(DAYS_BACK + DAYS_AHEAD) - DAYS_BACK];
  return addDays(today(), chance.from([0, near, near, far]));
}

const NOTHING = '00000000-0000-7000-8000-000000000000';
const one = ({ chance, ...stage }: CoverageStage, kind: Kind): string =>
  stage[kind].length > 0 ? chance.from(stage[kind]).id : NOTHING;
/** Families and pairs meet at a few units, so that they are covered and cease to be; some are anywhere. */
const unitOf = (stage: CoverageStage) =>
  stage.chance.next(3) > 0
    ? stage.chance.from(stage.groups.slice(0, 5)).id
    : one(stage, stage.chance.from(['groups', 'subAssociations']));
const run = ({ client }: CoverageStage, sql: string, ...values: unknown[]) => client.query(sql, values);

/** Three communes with a few units each, two that keep their records here, and women who belong to them. */
export async function makeCoverageStage(client: pg.Client, seed: number): Promise<CoverageStage> {
  const province = await createProvince(client);
  const empty = { communes: [], subAssociations: [], groups: [], people: [], families: [], pairs: [] };
  const stage: CoverageStage = { ...empty, province, chance: chanceOf(seed), client };
  for (const at of [0, 1, 2]) {
    const commune = await createCommune(client, province);
    stage.communes.push(commune);
    if (at < 2) await keepRecords(client, commune);
    for (const _ of [1, 2, 3]) {
      const subAssociation = await createSubAssociation(client, commune);
      stage.subAssociations.push(subAssociation);
      for (const _ of [1, 2]) stage.groups.push(await createGroup(client, subAssociation));
    }
  }
  for (const group of stage.groups) stage.people.push(await createMember(client, group));
  return stage;
}

const changes: Record<string, Change> = {
  'a sub-association opens': async (stage) => {
    const commune = { id: one(stage, 'communes') };
    stage.subAssociations.push(await createSubAssociation(stage.client, commune, { from: anyDay(stage.chance) }));
  },
  'a group opens': async (stage) => {
    const above = { id: one(stage, 'subAssociations') };
    stage.groups.push(await createGroup(stage.client, above, { from: anyDay(stage.chance) }));
  },
  'a group closes': (stage) =>
    run(
      stage,
      `WITH u AS (UPDATE unit SET closed_on = $2 WHERE id = $1 RETURNING id) UPDATE unit_parent SET valid_to = $2 FROM u WHERE unit_id = u.id AND valid_to IS NULL`,
      one(stage, 'groups'),
      anyDay(stage.chance),
    ),
  'a sub-association is split off or merged: its groups go to another one, of any commune': (stage) =>
    run(
      stage,
      `WITH gone AS (UPDATE unit_parent SET valid_to = $3 WHERE parent_id = $1 AND valid_to IS NULL AND valid_from < $3 RETURNING unit_id)
       INSERT INTO unit_parent (id, unit_id, parent_id, valid_from) SELECT gen_random_uuid(), unit_id, $2, $3 FROM gone`,
      one(stage, 'subAssociations'),
      one(stage, 'subAssociations'),
      anyDay(stage.chance),
    ),
  'a group is split: half of its families, and other pairs of its, go on in a new group': async (stage) => {
    const [unit, from] = [unitOf(stage), anyDay(stage.chance)];
    const above = await run(stage, 'SELECT parent_id AS id FROM unit_parent WHERE unit_id = $1 LIMIT 1', unit);
    if (!above.rows[0] || !stage.groups.some(({ id }) => id === unit)) return;
    const part = await createGroup(stage.client, above.rows[0], { from });
    stage.groups.push(part);
    for (const [table, thing] of [
      ['model_host', 'model_id'],
      ['pair_host', 'pair_id'],
    ])
      await run(
        stage,
        `WITH gone AS (UPDATE ${table} SET valid_to = $3 WHERE unit_id = $1 AND valid_to IS NULL AND valid_from <= $3 AND ascii(right(${thing}::text, 1)) % 2 = 0 RETURNING ${thing})
         INSERT INTO ${table} (id, ${thing}, unit_id, valid_from) SELECT gen_random_uuid(), ${thing}, $2, $3 FROM gone`,
        unit,
        part.id,
        from,
      );
  },
  'a sub-association goes to another commune': (stage) =>
    run(
      stage,
      `WITH gone AS (UPDATE unit_parent SET valid_to = $3 WHERE unit_id = $1 AND valid_to IS NULL AND valid_from < $3 RETURNING unit_id)
       INSERT INTO unit_parent (id, unit_id, parent_id, valid_from) SELECT gen_random_uuid(), unit_id, $2, $3 FROM gone`,
      one(stage, 'subAssociations'),
      one(stage, 'communes'),
      anyDay(stage.chance),
    ),
  'a commune opens': async (stage) => {
    if (stage.communes.length < 6)
      stage.communes.push(await createCommune(stage.client, stage.province, { from: anyDay(stage.chance) }));
  },
  'a commune begins to keep its records': (stage) =>
    keepRecords(stage.client, { id: one(stage, 'communes') }, anyDay(stage.chance)),
  'a commune ceases to keep its records, or goes on': (stage) =>
    run(
      stage,
      `UPDATE record_keeping SET valid_to = CASE WHEN valid_to IS NULL THEN $2::date END WHERE unit_id = $1`,
      one(stage, 'communes'),
      anyDay(stage.chance),
    ),
  'a family begins': async (stage) => {
    const options = { from: anyDay(stage.chance), status: stage.chance.next(4) ? 'active' : 'planned' } as const;
    stage.families.push(await createModel(stage.client, { id: unitOf(stage) }, options));
  },
  'a family is paused, ended or goes on': (stage) =>
    run(
      stage,
      `WITH until AS (UPDATE model_status SET valid_to = $3 WHERE model_id = $1 AND valid_to IS NULL AND valid_from <= $3 RETURNING model_id)
       INSERT INTO model_status (id, model_id, status, valid_from) SELECT gen_random_uuid(), model_id, $2, $3 FROM until`,
      one(stage, 'families'),
      stage.chance.from(['active', 'paused', 'ended']),
      anyDay(stage.chance),
    ),
  'a family goes to another unit': (stage) =>
    run(
      stage,
      `WITH until AS (UPDATE model_host SET valid_to = $3 WHERE model_id = $1 AND valid_to IS NULL AND valid_from <= $3 RETURNING model_id)
       INSERT INTO model_host (id, model_id, unit_id, valid_from) SELECT gen_random_uuid(), model_id, $2, $3 FROM until`,
      one(stage, 'families'),
      unitOf(stage),
      anyDay(stage.chance),
    ),
  'a pair begins': async (stage) => {
    const [instructor, learner] = [{ id: one(stage, 'people') }, { id: one(stage, 'people') }];
    const [unit, from] = [{ id: unitOf(stage) }, anyDay(stage.chance)];
    stage.pairs.push(await createPair(stage.client, unit, instructor, learner, { from }));
  },
  'a pair is tied to a family of its unit, or to any': (stage) =>
    run(
      stage,
      `INSERT INTO pair_tie (id, pair_id, model_id, valid_from)
       SELECT gen_random_uuid(), $1, coalesce((SELECT m.model_id FROM model_host m JOIN pair_host h USING (unit_id) WHERE h.pair_id = $1 LIMIT 1), $2), $3`,
      one(stage, 'pairs'),
      one(stage, 'families'),
      anyDay(stage.chance),
    ),
  'a tie ends or is taken back': (stage) =>
    stage.chance.next(2)
      ? run(
          stage,
          `UPDATE pair_tie SET valid_to = $2 WHERE pair_id = $1 AND valid_to IS NULL`,
          one(stage, 'pairs'),
          anyDay(stage.chance),
        )
      : run(stage, `DELETE FROM pair_tie WHERE pair_id = $1`, one(stage, 'pairs')),
  'a pair ends, or goes on after all': (stage) =>
    run(
      stage,
      `UPDATE pair SET valid_to = CASE WHEN valid_to IS NULL THEN $2::date END WHERE id = $1`,
      one(stage, 'pairs'),
      anyDay(stage.chance),
    ),
  'a pair goes to another unit': (stage) =>
    run(
      stage,
      `WITH until AS (UPDATE pair_host SET valid_to = $3 WHERE pair_id = $1 AND valid_to IS NULL AND valid_from <= $3 RETURNING pair_id)
       INSERT INTO pair_host (id, pair_id, unit_id, valid_from) SELECT gen_random_uuid(), pair_id, $2, $3 FROM until`,
      one(stage, 'pairs'),
      unitOf(stage),
      anyDay(stage.chance),
    ),
  'a woman joins': async (stage) =>
    stage.people.push(await createMember(stage.client, { id: unitOf(stage) }, { from: anyDay(stage.chance) })),
  'a woman leaves, comes back, or is corrected': (stage) =>
    run(
      stage,
      `UPDATE membership SET valid_to = CASE WHEN valid_to IS NULL THEN $2::date END WHERE person_id = $1`,
      one(stage, 'people'),
      anyDay(stage.chance),
    ),
  'two records become one, or two again': (stage) =>
    run(
      stage,
      `UPDATE person SET merged_into_id = CASE WHEN merged_into_id IS NULL THEN $2::uuid END WHERE id = $1`,
      one(stage, 'people'),
      one(stage, 'people'),
    ),
};

export const kindsOfChange = Object.keys(changes);

/** A rule of a table, a stretch over another one, a record that is not there, an end before its beginning. */
const REFUSED = new Set(['23514', '23P01', '23503', '22000']);

/** One change at random; its name when it was made, null when the database refused it. */
export async function changeSomething(stage: CoverageStage): Promise<string | null> {
  const [name, change] = stage.chance.from(Object.entries(changes));
  try {
    await change(stage);
    return name;
  } catch (error) {
    if (REFUSED.has((error as { code?: string }).code ?? '')) return null;
    throw error;
  }
}
