import { PROVINCE_BEGAN } from './communes';
import { longHung, trangDai } from './places';
import { run, type Work } from './work';

const NAMES = `CASE kind WHEN 'digital_family' THEN 'Gia đình số ' WHEN 'digital_womens_club' THEN 'Câu lạc bộ Phụ nữ số '
  WHEN 'digital_sub_association' THEN 'Chi hội số ' ELSE 'Hướng dẫn viên số 1+1 ' END || place`;
const SLUGS = `CASE kind WHEN 'digital_family' THEN 'gia-dinh-so-' WHEN 'digital_womens_club' THEN 'clb-phu-nu-so-'
  WHEN 'digital_sub_association' THEN 'chi-hoi-so-' ELSE 'huong-dan-vien-so-' END || slug`;

/** Models of all four kinds with their hosts and their statuses over time. Returns how many. */
export async function plantModels(work: Work): Promise<number> {
  const { client } = work;
  await draftModels(work);
  await fixPlaces(work);
  await client.query(`CREATE UNIQUE INDEX ON w_model (n); CREATE INDEX ON w_model (unit_no); ANALYZE w_model`);
  const count = await run(
    client,
    `
    INSERT INTO digital_model (id, kind, name, slug, founded_on, launched_on, decision, pilot, demo, created_at)
    SELECT id, kind::model_kind, ${NAMES}, ${SLUGS}, coalesce(active_on, planned_on),
      CASE WHEN demo AND active_on IS NOT NULL AND pg_temp.draw('launched', n) < 0.7 THEN active_on END, decision, pilot, demo, planned_on FROM w_model ORDER BY n`,
  );
  await run(
    client,
    `INSERT INTO model_host (id, model_id, unit_id, valid_from) SELECT pg_temp.seed_id('model host', n), id, unit_id, planned_on FROM w_model ORDER BY n`,
  );
  await run(
    client,
    `
    INSERT INTO model_status (id, model_id, status, valid_from, valid_to, reason, recorded_at)
    SELECT pg_temp.seed_id('model status', n * 8 + part), id, status::model_status_name, valid_from, valid_to, reason, least(valid_from + time '03:00', now()) FROM (
      SELECT n, id, 1 AS part, 'planned' AS status, planned_on AS valid_from, active_on AS valid_to, NULL AS reason FROM w_model WHERE active_on IS NULL OR planned_on < active_on
      UNION ALL SELECT n, id, 2, 'active', active_on, coalesce(paused_on, ended_on), NULL FROM w_model WHERE active_on IS NOT NULL
      UNION ALL SELECT n, id, 3, 'paused', paused_on, coalesce(resumed_on, ended_on), 'Ban chủ nhiệm đang kiện toàn' FROM w_model WHERE paused_on IS NOT NULL
      UNION ALL SELECT n, id, 4, 'active', resumed_on, ended_on, NULL FROM w_model WHERE resumed_on IS NOT NULL
      UNION ALL SELECT n, id, 5, 'ended', ended_on, NULL, 'Sáp nhập vào mô hình khác' FROM w_model WHERE ended_on IS NOT NULL) x ORDER BY n, part`,
  );
  return count;
}

async function draftModels({ client, today }: Work) {
  const past = `DATE '${today}'`;
  await client.query(`
    CREATE TEMP TABLE w_model ON COMMIT DROP AS
    WITH families AS (
      SELECT 'digital_family' AS kind, no, id, slug, place, sub_no, level, opened_on, story,
        CASE WHEN story NOT IN ('planned', 'planned_tied') THEN on_day END AS active_on,
        greatest(opened_on, CASE WHEN story = 'planned_tied' THEN ${past} - 21 WHEN story = 'planned' THEN ${past} - pg_temp.between(5, 50, pg_temp.draw('planned', no)) ELSE on_day - pg_temp.between(0, 40, pg_temp.draw('planned', no)) END) AS planned_on
      FROM w_plan WHERE story NOT IN ('pair', 'none')),
    -- the other kinds stand where much is done already
    others AS (
      SELECT k.kind, p.no, p.id, p.slug, p.place, p.no AS sub_no, p.level, p.opened_on,
        CASE WHEN pg_temp.draw('fate' || k.kind, p.no) < 0.07 THEN 'planned' WHEN pg_temp.draw('fate' || k.kind, p.no) > 0.96 THEN 'lapsed' WHEN pg_temp.draw('fate' || k.kind, p.no) > 0.93 THEN 'paused' ELSE 'covered' END AS story,
        pg_temp.pace(pg_temp.draw('founded' || k.kind, p.no)) AS day
      FROM w_plan p JOIN w_profile f USING (commune_no) CROSS JOIN (VALUES ('digital_womens_club', 0.2), ('digital_sub_association', 0.24), ('one_plus_one_instructor', 0.38)) k (kind, share)
      WHERE p.level = 'sub_association' AND f.reported_at IS NOT NULL AND pg_temp.draw('has ' || k.kind, p.no) < k.share * (0.25 + 1.2 * f.sub_share)),
    dated AS (
      SELECT kind, no, id, slug, place, sub_no, level, story, active_on, planned_on FROM families
      UNION ALL SELECT kind, no, id, slug, place, sub_no, level, story, CASE WHEN story <> 'planned' THEN greatest(day, opened_on + 10) END,
        greatest(opened_on, CASE WHEN story = 'planned' THEN ${past} - 20 ELSE greatest(day, opened_on + 10) - pg_temp.between(0, 30, pg_temp.draw('plan' || kind, no)) END) FROM others)
    SELECT row_number() OVER (ORDER BY kind, no)::int AS n, NULL::uuid AS id, kind, no AS unit_no, id AS unit_id, slug, place, sub_no, level, story, planned_on, active_on,
      CASE WHEN story = 'paused' THEN least(${past} - 10, active_on + pg_temp.between(60, 240, pg_temp.draw('paused', no)))
        WHEN story = 'covered' AND kind <> 'digital_sub_association' AND pg_temp.draw('rest', no) < 0.04 AND active_on < ${past} - 160 THEN active_on + 70 END AS paused_on,
      CASE WHEN story = 'covered' AND kind <> 'digital_sub_association' AND pg_temp.draw('rest', no) < 0.04 AND active_on < ${past} - 160 THEN active_on + pg_temp.between(90, 130, pg_temp.draw('back', no)) END AS resumed_on,
      CASE WHEN story = 'lapsed' THEN least(${past} - 5, active_on + pg_temp.between(90, 260, pg_temp.draw('ended', no))) END AS ended_on,
      true AS demo, false AS pilot, NULL::text AS decision
    FROM dated;
    UPDATE w_model SET id = pg_temp.seed_id('model', n), paused_on = CASE WHEN paused_on > active_on THEN paused_on END, ended_on = CASE WHEN ended_on > active_on THEN ended_on END;
    -- where all are covered, none rests today or ever lapsed
    UPDATE w_model m SET paused_on = NULL, resumed_on = NULL FROM w_plan p WHERE p.no = m.unit_no AND p.share = 1 AND m.story = 'covered'`);
}

// What the article and the press tell of is real; its day is not told exactly, which the decision says.
async function fixPlaces({ client }: Work) {
  const real = [
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
  ];
  for (const { kind, slug, on, pilot, decision } of real) {
    await client.query(`DELETE FROM w_model WHERE kind = $1 AND slug = $2`, [kind, slug]);
    await client.query(
      `INSERT INTO w_model (n, id, kind, unit_no, unit_id, slug, place, sub_no, level, story, planned_on, active_on, demo, pilot, decision)
       SELECT m.n, pg_temp.seed_id('model', m.n), $1, u.no, u.id, u.slug, u.place, u.no, u.level, 'covered', greatest($3::date, DATE '${PROVINCE_BEGAN}'), $3::date, false, $4, $5
       FROM w_unit u CROSS JOIN (SELECT max(n) + 1 AS n FROM w_model) m WHERE u.slug = $2`,
      [kind, slug, on, pilot, decision],
    );
  }
}
