import { hungPhuoc } from '../units/places';
import type { Work } from '../work';

/**
 * Leaves the 1+1 pairs in `w_pair`. In a group the first woman guides the second, and whoever learned guides the
 * next. The head of a sub-association's first group guides that of its second: so there are chains.
 */
export async function draftPairs(work: Work): Promise<void> {
  await draftFirstPairs(work);
  await draftFurtherPairs(work);
}

/** Stories in which the pair is tied to the family. */
const TIED = `('covered', 'lapsed', 'paused', 'left', 'planned_tied')`;

// The pair each unit's story tells of. In some groups it reached its goals and another followed on the same day.
async function draftFirstPairs({ client, today }: Work) {
  const past = `DATE '${today}'`;
  await client.query(`
    CREATE TEMP TABLE w_couple ON COMMIT DROP AS
      SELECT a.group_no AS no, a.n AS a, b.n AS b FROM w_member a JOIN w_member b ON b.group_no = a.group_no AND b.rank = 2 WHERE a.rank = 1
      UNION ALL SELECT a.sub_no, a.n, b.n FROM w_first a JOIN w_first b ON b.sub_no = a.sub_no AND b.at = 2 WHERE a.at = 1;
    CREATE INDEX ON w_couple (no);
    ANALYZE w_couple;

    CREATE TEMP TABLE w_lead ON COMMIT DROP AS
    WITH main AS (
      SELECT p.*, c.a AS instructor, c.b AS learner,
        CASE WHEN p.story = 'planned_tied' THEN ${past} - 30
          ELSE greatest(p.opened_on, p.on_day - pg_temp.between(0, 25, pg_temp.draw('pair', p.no))) END AS began,
        CASE WHEN p.story = 'planned_tied' THEN ${past} - 12 WHEN p.story IN ${TIED} THEN p.on_day END AS tied_on
      FROM w_plan p JOIN w_couple c USING (no) WHERE p.story NOT IN ('family', 'none')),
    ending AS (
      SELECT m.*, third.n AS third, CASE WHEN third.n IS NOT NULL AND m.story = 'covered' AND pg_temp.draw('succession', m.no) < 0.45
          THEN greatest(m.tied_on + 1, third.joined_on, m.began + pg_temp.between(90, 170, pg_temp.draw('until', m.no))) END AS until
      FROM main m LEFT JOIN w_member third ON third.group_no = m.no AND third.rank = 3)
    SELECT e.*, CASE WHEN until < ${past} - 5 THEN until END AS ended FROM ending e;
    CREATE INDEX ON w_lead (no);
    ANALYZE w_lead`);
}

async function draftFurtherPairs({ client, today }: Work) {
  const past = `DATE '${today}'`;
  const everywhere = (share: number) => `CASE c.slug WHEN '${hungPhuoc.commune}' THEN 1 ELSE ${share} END`;
  await client.query(`
    CREATE TEMP TABLE w_pair ON COMMIT DROP AS
    WITH within AS (
      SELECT e.no, e.id, e.sub_no, e.level, CASE WHEN l.rank = 3 OR l.rank % 2 = 0 THEN s.n ELSE e.instructor END AS instructor, l.n AS learner,
        greatest(e.on_day, l.joined_on) + 20 + pg_temp.between(0, 90, pg_temp.draw('extra from', l.n)) AS began, l.n AS at
      FROM w_lead e JOIN w_member s ON s.group_no = e.no AND s.rank = 2
        JOIN w_member l ON l.group_no = e.no AND l.rank >= 3 AND l.left_on IS NULL JOIN w_unit c ON c.no = e.commune_no
      WHERE e.level = 'group' AND e.story IN ('covered', 'pair', 'untied') AND pg_temp.draw('extra', l.n) < ${everywhere(0.4)}),
    onward AS (
      SELECT s.no, s.id, s.no AS sub_no, s.level, a.n AS instructor, b.n AS learner,
        greatest(s.on_day, a.joined_on, b.joined_on) + 25 * a.at AS began, a.at
      FROM w_plan s JOIN w_unit c ON c.no = s.commune_no JOIN w_first a ON a.sub_no = s.no AND a.at >= 2
        JOIN w_first b ON b.sub_no = s.no AND b.at = a.at + 1
      WHERE s.story = 'covered' AND pg_temp.draw('onward', a.n) < ${everywhere(0.08)}),
    whole AS (
      SELECT no, id, sub_no, level, instructor, learner, began, ended, tied_on, 1 AS part, 0 AS at FROM w_lead
      UNION ALL SELECT no, id, sub_no, level, instructor, third, ended, NULL, ended, 2, 0 FROM w_lead WHERE ended IS NOT NULL
      UNION ALL SELECT no, id, sub_no, level, instructor, learner, began,
        CASE WHEN pg_temp.draw('extra ends', at) < 0.5 AND began + 120 < ${past} THEN began + pg_temp.between(60, 120, pg_temp.draw('extra until', at)) END,
        NULL, 3, at FROM within WHERE began < ${past}
      UNION ALL SELECT no, id, sub_no, level, instructor, learner, began, NULL, NULL, 4, at FROM onward WHERE began < ${past})
    SELECT row_number() OVER (ORDER BY no, part, at)::int AS n, NULL::uuid AS id, no AS unit_no, id AS unit_id, coalesce(sub_no, no) AS sub_no,
      level, instructor, learner, began, ended, tied_on FROM whole;
    UPDATE w_pair SET id = pg_temp.seed_id('pair', n);
    CREATE UNIQUE INDEX ON w_pair (n);
    ANALYZE w_pair`);
}
