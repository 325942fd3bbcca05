import { longHung, trangDai } from '../units/places';
import type { Work } from '../work';

/** Leaves the models in `w_model`: what each is, where, and the days of its life. */
export async function draftModels(work: Work): Promise<void> {
  await draftFamilies(work);
  await draftOtherKinds(work);
  await giveLives(work);
  await fixPlaces(work);
  await work.client.query(`CREATE UNIQUE INDEX ON w_model (n); CREATE INDEX ON w_model (unit_no); ANALYZE w_model`);
}

async function draftFamilies({ client, today }: Work) {
  await client.query(`
    CREATE TEMP TABLE w_draft ON COMMIT DROP AS
      SELECT 'digital_family' AS kind, no, id, slug, place, sub_no, level, share, story,
        CASE WHEN story NOT IN ('planned', 'planned_tied') THEN on_day END AS active_on,
        greatest(opened_on, CASE story WHEN 'planned_tied' THEN DATE '${today}' - 21
          WHEN 'planned' THEN DATE '${today}' - pg_temp.between(5, 50, pg_temp.draw('planned', no))
          ELSE on_day - pg_temp.between(0, 40, pg_temp.draw('planned', no)) END) AS planned_on
      FROM w_plan WHERE story NOT IN ('pair', 'none')`);
}

// The other kinds stand where much is done already.
async function draftOtherKinds({ client, today }: Work) {
  await client.query(`
    INSERT INTO w_draft
    WITH chosen AS (
      SELECT k.kind, p.*, pg_temp.draw('fate' || k.kind, p.no) AS fate, greatest(pg_temp.pace(pg_temp.draw('founded' || k.kind, p.no)), p.opened_on + 10) AS day
      FROM w_plan p JOIN w_profile f USING (commune_no)
        CROSS JOIN (VALUES ('digital_womens_club', 0.2), ('digital_sub_association', 0.24), ('one_plus_one_instructor', 0.38)) k (kind, share)
      WHERE p.level = 'sub_association' AND f.reported_at IS NOT NULL
        AND pg_temp.draw('has ' || k.kind, p.no) < k.share * (0.25 + 1.2 * f.sub_share)),
    told AS (
      SELECT *, CASE WHEN fate < 0.07 THEN 'planned' WHEN fate > 0.96 THEN 'lapsed' WHEN fate > 0.93 THEN 'paused' ELSE 'covered' END AS life FROM chosen)
    SELECT kind, no, id, slug, place, no, level, share, life, CASE WHEN life <> 'planned' THEN day END,
      greatest(opened_on, CASE WHEN life = 'planned' THEN DATE '${today}' - 20 ELSE day - pg_temp.between(0, 30, pg_temp.draw('plan' || kind, no)) END)
    FROM told`);
}

// A few rest for some weeks, some are paused today, some have ended; where all are covered, none rests.
async function giveLives({ client, today }: Work) {
  const past = `DATE '${today}'`;
  const rests = `story = 'covered' AND share < 1 AND kind <> 'digital_sub_association' AND active_on < ${past} - 160 AND pg_temp.draw('rest', no) < 0.04`;
  await client.query(`
    CREATE TEMP TABLE w_model ON COMMIT DROP AS
    WITH numbered AS (SELECT row_number() OVER (ORDER BY kind, no)::int AS n, * FROM w_draft)
    SELECT n, pg_temp.seed_id('model', n) AS id, kind, no AS unit_no, id AS unit_id, slug, place, sub_no, level, story, planned_on, active_on,
      CASE WHEN story = 'paused' THEN greatest(active_on + 1, least(${past} - 10, active_on + pg_temp.between(60, 240, pg_temp.draw('paused', no))))
        WHEN ${rests} THEN active_on + 70 END AS paused_on,
      CASE WHEN ${rests} THEN active_on + pg_temp.between(90, 130, pg_temp.draw('back', no)) END AS resumed_on,
      CASE WHEN story = 'lapsed' THEN greatest(active_on + 1, least(${past} - 5, active_on + pg_temp.between(90, 260, pg_temp.draw('ended', no)))) END AS ended_on,
      true AS demo, false AS pilot, NULL::text AS decision
    FROM numbered`);
}

// Models that the article and the press tell of are real; their days are not told exactly, which the decision says.
const REAL = [
  {
    kind: 'digital_womens_club',
    slug: longHung.clubAt,
    on: '2025-08-01',
    pilot: false,
    decision: 'Mô hình đầu tiên của phường; bài viết chỉ nói đầu tháng 8/2025, ngày ở đây là ước tính',
  },
  {
    kind: 'digital_family',
    slug: trangDai.familyAt,
    on: '2025-08-15',
    pilot: true,
    decision: 'Mô hình điểm của Hội LHPN tỉnh; bài viết không nói ngày, ngày ở đây là ước tính',
  },
  {
    kind: 'digital_sub_association',
    slug: trangDai.digitalAt,
    on: '2025-09-01',
    pilot: false,
    decision: 'Theo báo chí địa phương; ngày ở đây là ước tính',
  },
] as const;

async function fixPlaces({ client }: Work) {
  for (const { kind, slug, on, pilot, decision } of REAL) {
    await client.query(`DELETE FROM w_model WHERE kind = $1 AND slug = $2`, [kind, slug]);
    await client.query(
      `INSERT INTO w_model (n, id, kind, unit_no, unit_id, slug, place, sub_no, level, story, planned_on, active_on, demo, pilot, decision)
       SELECT m.n, pg_temp.seed_id('model', m.n), $1, u.no, u.id, u.slug, u.place, u.no, u.level, 'covered', $3::date, $3::date, false, $4, $5
       FROM w_unit u CROSS JOIN (SELECT max(n) + 1 AS n FROM w_model) m WHERE u.slug = $2`,
      [kind, slug, on, pilot, decision],
    );
  }
}
