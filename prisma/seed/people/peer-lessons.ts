import { longHung } from '../units/places';
import { run, type Work } from '../work';

const LESSONS_EACH = 3;

/**
 * What women taught each other outside classes in the last five months: instructors of running pairs, mostly in their own unit, more of
 * it in the sub-association whose head signs in to the demonstration. Returns how many lessons.
 */
export async function plantPeerLessons({ client, today }: Work): Promise<number> {
  const at = `p.n * 8 + k`;
  const share = `CASE WHEN p.sub_no = (SELECT u.no FROM w_unit u WHERE u.slug = '${longHung.commune}-khu-pho-5') THEN 0.7 ELSE 0.12 END`;
  await client.query(`
    CREATE TEMP TABLE w_lesson ON COMMIT DROP AS
    SELECT ${at} AS n, pg_temp.seed_id('peer lesson', ${at}) AS id, p.unit_id, d.day, t.id AS topic_id, a.id AS teacher_id, b.id AS learner_id,
      (ARRAY[15, 30, 30, 60])[1 + floor(pg_temp.draw('lesson minutes', ${at}) * 4)::int] AS minutes,
      pg_temp.between(1, 4, pg_temp.draw('lesson women', ${at})) AS women
    FROM w_pair p JOIN w_member a ON a.n = p.instructor JOIN w_member b ON b.n = p.learner CROSS JOIN generate_series(1, ${LESSONS_EACH}) k
      CROSS JOIN LATERAL (SELECT DATE '${today}' - pg_temp.between(1, 150, pg_temp.draw('lesson day', ${at})) AS day) d
      JOIN (SELECT id, row_number() OVER (ORDER BY position) - 1 AS place, count(*) OVER () AS topics FROM skill WHERE campaign_topic) t
        ON t.place = floor(pg_temp.draw('lesson topic', ${at}) * t.topics)::int
    WHERE p.ended IS NULL AND d.day > p.began AND pg_temp.draw('lesson', ${at}) < ${share}`);
  const count = await run(
    client,
    `INSERT INTO peer_lesson (id, unit_id, on_day, topic_id, minutes, teacher_id, women, demo, created_at)
     SELECT id, unit_id, day, topic_id, minutes, teacher_id, women, true, day + time '12:00' FROM w_lesson ORDER BY n`,
  );
  await run(
    client,
    `INSERT INTO peer_learner (id, lesson_id, person_id)
     SELECT pg_temp.seed_id('peer learner', n), id, learner_id FROM w_lesson WHERE pg_temp.draw('lesson learner', n) < 0.7 ORDER BY n`,
  );
  return count;
}
