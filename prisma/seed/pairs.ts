import { hungPhuoc } from './places';
import { run, type Work } from './work';

const OUTCOMES = [
  'Tự nộp được hồ sơ trực tuyến',
  'Tự dùng VNeID và thanh toán bằng mã QR',
  'Đã hướng dẫn lại cho người thân',
  'Bán được đơn hàng đầu tiên trên mạng',
  'Nhận ra và chặn được cuộc gọi lừa đảo',
];

/** 1+1 pairs with the units they count for and their ties to families. Returns how many pairs. */
export async function plantPairs(work: Work): Promise<number> {
  const { client } = work;
  await draftPairs(work);
  const count = await run(
    client,
    `
    INSERT INTO pair (id, instructor_id, learner_id, model_id, valid_from, valid_to, end_reason, outcome, demo, created_at)
    SELECT p.id, a.id, b.id, m.id,
      p.began, p.ended, CASE WHEN p.ended IS NOT NULL THEN 'Đạt mục tiêu' END,
      CASE WHEN p.ended IS NOT NULL THEN pg_temp.pick(ARRAY[${OUTCOMES.map((text) => `'${text}'`).join(', ')}], pg_temp.draw('outcome', p.n)) END, true, p.began
    FROM w_pair p JOIN w_member a ON a.n = p.instructor JOIN w_member b ON b.n = p.learner
      LEFT JOIN w_model m ON m.kind = 'one_plus_one_instructor' AND m.unit_no = p.sub_no AND m.active_on <= p.began ORDER BY p.n`,
  );
  await run(
    client,
    `INSERT INTO pair_host (id, pair_id, unit_id, valid_from) SELECT pg_temp.seed_id('pair host', n), id, unit_id, began FROM w_pair ORDER BY n`,
  );
  await run(
    client,
    `
    INSERT INTO pair_tie (id, pair_id, model_id, valid_from)
    SELECT pg_temp.seed_id('pair tie', p.n), p.id, m.id, p.tied_on FROM w_pair p JOIN w_model m ON m.kind = 'digital_family' AND m.unit_no = p.unit_no WHERE p.tied_on IS NOT NULL ORDER BY p.n`,
  );
  return count;
}

/*
 * In a group the first woman guides the second, later the third, and whoever learned guides the next: couples never
 * repeat. In a sub-association the head guides the head of the second group. So there are chains:
 * head → head of a group → a member → another member.
 */
async function draftPairs({ client, today }: Work) {
  const past = `DATE '${today}'`;
  await client.query(`
    CREATE TEMP TABLE w_couple ON COMMIT DROP AS
      SELECT a.group_no AS no, a.n AS a, b.n AS b FROM w_member a JOIN w_member b ON b.group_no = a.group_no AND b.rank = 2 WHERE a.rank = 1
      UNION ALL SELECT a.sub_no, a.n, b.n FROM w_first a JOIN w_first b ON b.sub_no = a.sub_no AND b.at = 2 WHERE a.at = 1;
    CREATE INDEX ON w_couple (no); ANALYZE w_couple;
    CREATE TEMP TABLE w_lead ON COMMIT DROP AS
    WITH main AS (
      SELECT p.*, CASE WHEN p.story = 'planned_tied' THEN ${past} - 30 ELSE greatest(p.opened_on, p.on_day - pg_temp.between(0, 25, pg_temp.draw('pair', p.no))) END AS began,
        a.n AS instructor, b.n AS learner,
        CASE WHEN p.story IN ('covered', 'lapsed', 'paused', 'left', 'planned_tied') THEN CASE WHEN p.story = 'planned_tied' THEN ${past} - 12 ELSE p.on_day END END AS tied_on
      FROM w_plan p JOIN w_couple c USING (no) JOIN w_member a ON a.n = c.a JOIN w_member b ON b.n = c.b
      WHERE p.story NOT IN ('family', 'none')),
    -- in some groups the first pair reached its goals and another followed on the same day
    ending AS (
      SELECT m.*, third.n AS third, CASE WHEN third.n IS NOT NULL AND m.story = 'covered' AND pg_temp.draw('succession', m.no) < 0.45 THEN
          greatest(m.tied_on + 1, third.joined_on, m.began + pg_temp.between(90, 170, pg_temp.draw('until', m.no))) END AS until
      FROM main m LEFT JOIN w_member third ON third.group_no = m.no AND third.rank = 3)
    SELECT e.*, CASE WHEN until < ${past} - 5 THEN until END AS ended FROM ending e;
    CREATE INDEX ON w_lead (no); ANALYZE w_lead;
    CREATE TEMP TABLE w_pair ON COMMIT DROP AS
    WITH extra AS (
      SELECT e.no, e.id, e.sub_no, e.level, CASE WHEN l.rank = 3 OR l.rank % 2 = 0 THEN s.n ELSE e.instructor END AS instructor, l.n AS learner,
        greatest(e.on_day, l.joined_on) + 20 + pg_temp.between(0, 90, pg_temp.draw('extra from', l.n)) AS began, l.n AS at
      FROM w_lead e JOIN w_member s ON s.group_no = e.no AND s.rank = 2 JOIN w_member l ON l.group_no = e.no AND l.rank >= 3 AND l.left_on IS NULL
        JOIN w_unit c ON c.no = e.commune_no
      WHERE e.level = 'group' AND e.story IN ('covered', 'pair', 'untied') AND pg_temp.draw('extra', l.n) < CASE c.slug WHEN '${hungPhuoc.commune}' THEN 1 ELSE 0.4 END)
    SELECT row_number() OVER (ORDER BY no, part, at)::int AS n, NULL::uuid AS id, no AS unit_no, id AS unit_id, coalesce(sub_no, no) AS sub_no, level, instructor, learner, began, ended, tied_on FROM (
      SELECT no, id, sub_no, level, instructor, learner, began, ended, tied_on, 1 AS part, 0 AS at FROM w_lead
      UNION ALL SELECT no, id, sub_no, level, instructor, third, ended, NULL, ended, 2, 0 FROM w_lead WHERE ended IS NOT NULL
      UNION ALL SELECT s.no, s.id, s.no, 'sub_association'::unit_level, a.n, b.n, greatest(s.on_day, a.joined_on, b.joined_on) + 25 * a.at, NULL, NULL, 4, a.at
      FROM w_plan s JOIN w_unit c ON c.no = s.commune_no JOIN w_first a ON a.sub_no = s.no AND a.at >= 2 JOIN w_first b ON b.sub_no = s.no AND b.at = a.at + 1
      WHERE s.story = 'covered' AND greatest(s.on_day, a.joined_on, b.joined_on) + 25 * a.at < ${past} AND pg_temp.draw('onward', a.n) < CASE c.slug WHEN '${hungPhuoc.commune}' THEN 1 ELSE 0.08 END
      UNION ALL SELECT no, id, sub_no, level, instructor, learner, began, CASE WHEN pg_temp.draw('extra ends', at) < 0.5 AND began + 120 < ${past} THEN began + pg_temp.between(60, 120, pg_temp.draw('extra until', at)) END, NULL, 3, at
      FROM extra WHERE began < ${past}) x;
    UPDATE w_pair SET id = pg_temp.seed_id('pair', n);
    CREATE UNIQUE INDEX ON w_pair (n); ANALYZE w_pair`);
}

/** Instructors who left the union: their pairs stop counting though nobody ended them. Returns how many. */
export async function letInstructorsLeave({ client, today }: Work): Promise<number> {
  const leaving = `SELECT f.person_id, least(DATE '${today}' - 3, p.on_day + 60 + p.no % 90) AS day, p.id AS unit_id FROM w_plan p JOIN w_first f ON f.group_no = p.no WHERE p.story = 'left'`;
  await run(
    client,
    `UPDATE office o SET valid_to = l.day, end_reason = 'Chuyển nơi ở' FROM (${leaving}) l WHERE o.person_id = l.person_id AND o.valid_to IS NULL`,
  );
  return run(
    client,
    `UPDATE membership m SET valid_to = l.day, end_reason = 'Chuyển nơi ở' FROM (${leaving}) l WHERE m.person_id = l.person_id AND m.unit_id = l.unit_id`,
  );
}

/** What each pair sets out to learn, how far it came, and when the two met. Returns how many meetings. */
export async function plantPairWork({ client, today }: Work): Promise<number> {
  await run(
    client,
    `
    INSERT INTO pair_goal (id, pair_id, skill_id, mark, marked_on)
    SELECT pg_temp.seed_id('pair goal', n * 4 + k), pair_id, skill_id, mark::skill_mark, CASE WHEN mark IS NOT NULL THEN least(DATE '${today}', began + 30 + 20 * k) END FROM (
      SELECT p.n, p.id AS pair_id, p.began, k, s.id AS skill_id,
        CASE WHEN p.ended IS NOT NULL THEN (ARRAY['with_help', 'alone', 'alone'])[1 + floor(pg_temp.draw('mark', p.n * 4 + k) * 3)::int]
          WHEN p.began < DATE '${today}' - 45 THEN (ARRAY['saw_it', 'with_help', 'with_help', 'alone', NULL])[1 + floor(pg_temp.draw('mark', p.n * 4 + k) * 5)::int] END AS mark
      FROM w_pair p CROSS JOIN generate_series(0, 2) k
        JOIN (SELECT id, row_number() OVER (ORDER BY position) - 1 AS at FROM skill WHERE code IN ('vneid', 'online-public-services', 'cashless-payment', 'scams-and-safety', 'business-online', 'smartphone-basics', 'ai-tools')) s
          ON s.at = (floor(pg_temp.draw('goal', p.n) * 7)::int + k * 2) % 7
      WHERE k < 2 OR pg_temp.draw('third goal', p.n) < 0.4) x ORDER BY n, k`,
  );
  return run(
    client,
    `
    INSERT INTO pair_contact (id, pair_id, on_day, minutes, created_at)
    SELECT pg_temp.seed_id('pair contact', p.n * 16 + k), p.id, day, 15 * pg_temp.between(1, 6, pg_temp.draw('minutes', p.n * 16 + k)), day + time '12:00'
    FROM w_pair p CROSS JOIN generate_series(1, 6) k CROSS JOIN LATERAL (SELECT p.began + 14 * k - pg_temp.between(0, 9, pg_temp.draw('met on', p.n * 16 + k)) AS day) d
    WHERE day < coalesce(p.ended, DATE '${today}') AND pg_temp.draw('met', p.n * 16 + k) < 0.7 ORDER BY p.n, k`,
  );
}
