import type { SkillCode } from '../trainings/skills';
import { run, type Work } from '../work';
import { draftPairs } from './pair-drafts';

const OUTCOMES = [
  'Tự nộp được hồ sơ trực tuyến',
  'Tự dùng VNeID và thanh toán bằng mã QR',
  'Đã hướng dẫn lại cho người thân',
  'Bán được đơn hàng đầu tiên trên mạng',
  'Nhận ra và chặn được cuộc gọi lừa đảo',
];
const GOALS: readonly SkillCode[] = [
  'vneid',
  'online-public-services',
  'cashless-payment',
  'scams-and-safety',
  'business-online',
  'smartphone-basics',
  'ai-tools',
];

const list = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(', ');

/** 1+1 pairs with the units they count for and their ties to families. Returns how many pairs. */
export async function plantPairs(work: Work): Promise<number> {
  const { client } = work;
  await draftPairs(work);
  const count = await run(
    client,
    `INSERT INTO pair (id, instructor_id, learner_id, model_id, valid_from, valid_to, end_reason, outcome, demo, created_at)
     SELECT p.id, a.id, b.id, m.id, p.began, p.ended, CASE WHEN p.ended IS NOT NULL THEN 'goals-reached' END,
       CASE WHEN p.ended IS NOT NULL THEN pg_temp.pick(ARRAY[${list(OUTCOMES)}], pg_temp.draw('outcome', p.n)) END, true, p.began
     FROM w_pair p JOIN w_member a ON a.n = p.instructor JOIN w_member b ON b.n = p.learner
       LEFT JOIN w_model m ON m.kind = 'one_plus_one_instructor' AND m.unit_no = p.sub_no AND m.active_on <= p.began
     ORDER BY p.n`,
  );
  await run(
    client,
    `INSERT INTO pair_host (id, pair_id, unit_id, valid_from) SELECT pg_temp.seed_id('pair host', n), id, unit_id, began FROM w_pair ORDER BY n`,
  );
  await run(
    client,
    `INSERT INTO pair_tie (id, pair_id, model_id, valid_from)
     SELECT pg_temp.seed_id('pair tie', p.n), p.id, m.id, p.tied_on
     FROM w_pair p JOIN w_model m ON m.kind = 'digital_family' AND m.unit_no = p.unit_no WHERE p.tied_on IS NOT NULL ORDER BY p.n`,
  );
  return count;
}

/** Instructors who left the union: their pairs stop counting though nobody ended them. Returns how many. */
export async function letInstructorsLeave({ client, today }: Work): Promise<number> {
  const leaving = `
    SELECT f.person_id, least(DATE '${today}' - 3, p.on_day + 60 + p.no % 90) AS day, p.id AS unit_id
    FROM w_plan p JOIN w_first f ON f.group_no = p.no WHERE p.story = 'left'`;
  await run(
    client,
    `UPDATE office o SET valid_to = l.day, end_reason = 'Chuyển nơi ở' FROM (${leaving}) l WHERE o.person_id = l.person_id AND o.valid_to IS NULL`,
  );
  return run(
    client,
    `UPDATE membership m SET valid_to = l.day, end_reason = 'Chuyển nơi ở' FROM (${leaving}) l
     WHERE m.person_id = l.person_id AND m.unit_id = l.unit_id`,
  );
}

/** The goals of each pair, their marks, and the days when the two met. Returns how many meetings. */
export async function plantPairWork(work: Work): Promise<number> {
  await plantGoals(work);
  await plantKnowledge(work);
  return (await plantFirstContacts(work)) + (await plantLastContacts(work));
}

/** A goal of the pair, in turn; every third contact is about something else. */
const topic = (at: string) =>
  `(SELECT g.skill_id FROM pair_goal g WHERE g.pair_id = p.id ORDER BY g.skill_id OFFSET ${at} % 3 LIMIT 1)`;

const plantFirstContacts = ({ client, today }: Work) =>
  run(
    client,
    `INSERT INTO pair_contact (id, pair_id, on_day, skill_id, minutes, created_at)
     SELECT pg_temp.seed_id('pair contact', p.n * 16 + k), p.id, day, ${topic('k')}, 15 * pg_temp.between(1, 4, pg_temp.draw('minutes', p.n * 16 + k)),
       day + time '12:00'
     FROM w_pair p CROSS JOIN generate_series(1, 6) k CROSS JOIN LATERAL (
       SELECT p.began + 14 * k - pg_temp.between(0, 9, pg_temp.draw('met on', p.n * 16 + k)) AS day) d
     WHERE day < coalesce(p.ended, DATE '${today}') AND pg_temp.draw('met', p.n * 16 + k) < 0.7 ORDER BY p.n, k`,
  );

// most pairs that run met in the last fortnight; the others are the ones to call
const plantLastContacts = ({ client, today }: Work) =>
  run(
    client,
    `INSERT INTO pair_contact (id, pair_id, on_day, skill_id, minutes, created_at)
     SELECT pg_temp.seed_id('pair contact', p.n * 16 + 7), p.id, day, ${topic('p.n')}, 30, day + time '12:00'
     FROM w_pair p CROSS JOIN LATERAL (SELECT DATE '${today}' - pg_temp.between(1, 12, pg_temp.draw('last met on', p.n)) AS day) d
       JOIN w_member a ON a.n = p.instructor
     WHERE p.ended IS NULL AND p.began < day AND pg_temp.draw('last met', p.n) < 0.86
       AND EXISTS (SELECT FROM membership m WHERE m.person_id = a.id AND (m.valid_to IS NULL OR m.valid_to > day)) ORDER BY p.n`,
  );

/** Skills that officials saw their instructors do alone, and further languages that some of the two speak. */
async function plantKnowledge({ client, today }: Work) {
  await run(
    client,
    `INSERT INTO person_skill (person_id, skill_id, mark, marked_on)
     SELECT DISTINCT ON (a.id, g.skill_id) a.id, g.skill_id, 'alone'::learned_level, least(DATE '${today}' - 1, p.began)
     FROM w_pair p JOIN w_member a ON a.n = p.instructor JOIN pair_goal g ON g.pair_id = p.id
     WHERE pg_temp.draw('seen', p.n) < 0.6 ORDER BY a.id, g.skill_id, p.began`,
  );
  await run(
    client,
    `UPDATE person SET languages = ARRAY['vi', pg_temp.pick(ARRAY['zh', 'km', 'sti', 'crw', 'tyz', 'nut'], pg_temp.draw('language', m.n))]
     FROM w_member m WHERE m.id = person.id AND person.languages = '{}' AND pg_temp.draw('speaks', m.n) < 0.04
       AND (m.n IN (SELECT instructor FROM w_pair) OR m.n IN (SELECT learner FROM w_pair))`,
  );
}

const plantGoals = ({ client, today }: Work) =>
  run(
    client,
    `INSERT INTO pair_goal (id, pair_id, skill_id, mark, marked_on)
     SELECT pg_temp.seed_id('pair goal', n * 4 + k), pair_id, skill_id, mark::learned_level,
       CASE WHEN mark IS NOT NULL THEN least(DATE '${today}', began + 30 + 20 * k) END
     FROM (
       SELECT p.n, p.id AS pair_id, p.began, k, s.id AS skill_id,
         CASE WHEN p.ended IS NOT NULL
             THEN (ARRAY['with_help', 'alone', 'alone'])[1 + floor(pg_temp.draw('mark', p.n * 4 + k) * 3)::int]
           WHEN p.began < DATE '${today}' - 45
             THEN (ARRAY['saw_it', 'with_help', 'with_help', 'alone', NULL])[1 + floor(pg_temp.draw('mark', p.n * 4 + k) * 5)::int]
         END AS mark
       FROM w_pair p CROSS JOIN generate_series(0, 2) k
         JOIN (SELECT id, row_number() OVER (ORDER BY position) - 1 AS at FROM skill WHERE code IN (${list(GOALS)})) s
           ON s.at = (floor(pg_temp.draw('goal', p.n) * ${GOALS.length})::int + k * 2) % ${GOALS.length}
       WHERE k < 2 OR pg_temp.draw('third goal', p.n) < 0.4) x
     ORDER BY n, k`,
  );
