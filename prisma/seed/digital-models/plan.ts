import { longHung, realSubAssociations, trangDai } from '../units/places';
import { profiles } from '../units/profiles';
import { insertRows, run, type Work } from '../work';

/** Stories of a unit that is not covered, as often as they stand here; the first ten also where nothing is covered. */
const STORIES = [
  // lapsed: covered, then its family ended; untied: both, not tied; planned: its family is planned, a pair runs
  // untied; left: the instructor left. Fixed places add `planned_tied`, where the pair is tied to the planned family.
  'family',
  'family',
  'family',
  'pair',
  'pair',
  'pair',
  'untied',
  'untied',
  'planned',
  'planned',
  'paused',
  'left',
  'lapsed',
  'none',
  'none',
  'none',
  'none',
  'none',
];

/**
 * Decides what each sub-association and group lives through; models and pairs follow from it. `w_plan` holds one row
 * a unit: its story, and the day on which it is, or would be, covered.
 */
export async function plan(work: Work): Promise<number> {
  const { client, today } = work;
  await writeProfiles(work);
  // x is the unit's place in its commune's order of founding: the first so many are covered by today
  const planned = await run(
    client,
    `CREATE TEMP TABLE w_plan ON COMMIT DROP AS
     WITH ranked AS (
       SELECT u.*, p.late, p.reported_at, CASE u.level WHEN 'group' THEN p.group_share ELSE p.sub_share END AS share,
         (row_number() OVER (PARTITION BY u.commune_no, u.level ORDER BY pg_temp.draw('order', u.no)) - 0.5)
           / count(*) OVER (PARTITION BY u.commune_no, u.level) AS x
       FROM w_unit u JOIN w_profile p USING (commune_no) WHERE u.level IN ('sub_association', 'group') AND u.closed_on IS NULL),
     timed AS (
       SELECT *, late + (1 - late) * (1 - 0.2 * pg_temp.draw('done', commune_no))
         * CASE WHEN x < share THEN x / share ELSE pg_temp.draw('when', no) END AS moment FROM ranked)
     SELECT no, id, level, slug, commune_no, sub_no, ordinal, place, opened_on, share, greatest(opened_on + 20, pg_temp.pace(moment)) AS on_day,
       CASE WHEN x < share THEN 'covered' WHEN reported_at IS NULL OR share = 1 THEN 'none'
         ELSE ('{${STORIES.join(',')}}'::text[])[1 + floor(pg_temp.draw('story', no) * CASE WHEN share = 0 THEN 10 ELSE 18 END)::int] END AS story
     FROM timed`,
  );
  await fixPlaces(work);
  await client.query(`
    UPDATE w_plan SET story = 'pair' WHERE story = 'left' AND (level <> 'group' OR ordinal < 3);
    UPDATE w_plan SET story = 'family' WHERE story IN ('lapsed', 'paused', 'left') AND on_day > DATE '${today}' - 60;
    CREATE INDEX ON w_plan (no);
    ANALYZE w_plan`);
  return planned;
}

async function writeProfiles({ client }: Work) {
  await client.query(`
    CREATE TEMP TABLE w_profile (commune_no int PRIMARY KEY, sub_share float8, group_share float8, late float8,
      reported_at float8, reported_until date) ON COMMIT DROP`);
  const rows = profiles().map((profile, i) => ({
    commune_no: i + 2,
    sub_share: profile.subAssociations,
    group_share: profile.groups,
    late: profile.late,
    reported_at: profile.reportedAt,
    reported_until: profile.reportedUntil,
  }));
  await insertRows(client, 'w_profile', rows);
}

async function fixPlaces({ client, today }: Work) {
  await client.query(
    `UPDATE w_plan SET story = 'covered', on_day = CASE slug WHEN $2 THEN DATE '2025-08-15' ELSE greatest(on_day, DATE '2025-09-10') END
     WHERE slug = ANY ($1)`,
    [realSubAssociations, trangDai.familyAt],
  );
  await client.query(`UPDATE w_plan SET story = 'planned_tied', on_day = DATE '${today}' + 14 WHERE slug = $1`, [
    longHung.plannedAt,
  ]);
}

/** The day from which each commune keeps its records here. No row is "not reported", which is not 0 %. */
export const plantRecordKeeping = ({ client }: Work): Promise<number> =>
  run(
    client,
    `INSERT INTO record_keeping (id, unit_id, valid_from, valid_to, declared_at, end_reason)
     SELECT pg_temp.seed_id('record keeping', u.no), u.id, pg_temp.pace(p.reported_at), p.reported_until,
       pg_temp.pace(p.reported_at) + time '03:00', CASE WHEN p.reported_until IS NOT NULL THEN 'Hai kỳ liền chưa cập nhật số liệu' END
     FROM w_profile p JOIN w_unit u ON u.no = p.commune_no WHERE p.reported_at IS NOT NULL ORDER BY u.no`,
  );
