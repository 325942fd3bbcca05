import { accountId } from '../people/accounts';
import { run, type Work } from '../work';

/** Women who signed up, in order of arrival; those who found no seat wait. Returns how many. */
export async function plantEnrolments(work: Work): Promise<number> {
  const { client } = work;
  await gatherWishes(work);
  await client.query(`
    CREATE TEMP TABLE w_enrolment ON COMMIT DROP AS
    WITH ordered AS (
      SELECT w.*, s.seats, s.state AS session_state, pg_temp.draw('cancels', dice) < 0.04 AS cancelled,
        row_number() OVER (PARTITION BY session_n ORDER BY pg_temp.draw('arrives', dice), dice)::int AS arrival_no
      FROM w_wish w JOIN w_session s ON s.n = w.session_n),
    seated AS (
      SELECT o.*, CASE WHEN NOT cancelled THEN (row_number() OVER (PARTITION BY session_n, cancelled ORDER BY arrival_no))::int END AS seat
      FROM ordered o)
    SELECT row_number() OVER (ORDER BY session_n, arrival_no)::int AS n, session_n, session_id, person_id, name, phone, unit_id, origin,
      arrival_no, session_state, dice, CASE WHEN seat <= seats THEN seat END AS seat_no,
      CASE WHEN cancelled THEN 'cancelled' WHEN seat <= seats THEN 'confirmed' ELSE 'waiting' END AS state
    FROM seated WHERE cancelled OR seat <= seats OR session_state = 'approved'`);
  return run(
    client,
    `INSERT INTO enrolment (id, session_id, person_id, name, phone, unit_id, origin, state, seat_no, arrival_no, created_at, changed_at)
     SELECT pg_temp.seed_id('enrolment', e.n), e.session_id, e.person_id, e.name, e.phone, e.unit_id, e.origin::enrolment_origin,
       e.state::enrolment_state, e.seat_no, e.arrival_no, at, at
     FROM w_enrolment e JOIN w_session s ON s.n = e.session_n CROSS JOIN LATERAL (
       SELECT least(s.starts_at - interval '6 days' + e.arrival_no * interval '97 minutes', s.starts_at - interval '2 hours', pg_temp.dawn()) AS at) t
     ORDER BY e.n`,
  );
}

// Members of the sub-association or commune, and on the public page women who are in nobody's records.
async function gatherWishes({ client }: Work) {
  const open = `s.state IN ('approved', 'held')`;
  const comes = `${open} AND m.left_on IS NULL AND m.joined_on < s.day AND pg_temp.draw('comes', m.n::bigint * 8192 + s.n) < z.share`;
  await client.query(`
    -- which share of a place's members comes to a session, once for each place: asked of every member for every session
    CREATE TEMP TABLE w_share ON COMMIT DROP AS
      SELECT sub_no AS no, least(0.6, 17.0 / count(*))::float8 AS share FROM w_member WHERE left_on IS NULL GROUP BY 1
      UNION ALL SELECT commune_no, least(0.35, 28.0 / count(*))::float8 FROM w_member WHERE left_on IS NULL GROUP BY 1;
    -- what was found for a place on one day helps no other session: keeping it takes longer than finding it
    SET LOCAL enable_memoize = off;
    CREATE TEMP TABLE w_wish ON COMMIT DROP AS
      SELECT s.n AS session_n, s.id AS session_id, m.id AS person_id, NULL::text AS name, NULL::text AS phone, m.group_id AS unit_id,
        'official' AS origin, m.n::bigint * 8192 + s.n AS dice
      FROM w_session s JOIN w_share z ON z.no = s.sub_no JOIN w_member m ON m.sub_no = s.sub_no
      WHERE ${comes}
      UNION ALL
      SELECT s.n, s.id, m.id, NULL, NULL, m.group_id, 'official', m.n::bigint * 8192 + s.n
      FROM w_session s JOIN w_share z ON z.no = s.commune_no JOIN w_member m ON m.commune_no = s.commune_no
      WHERE s.sub_no IS NULL AND ${comes}
      UNION ALL
      SELECT s.n, s.id, NULL, pg_temp.woman(9000000 + s.n * 8 + k, 1960 + (s.n + k) % 45, false),
        '+8450' || lpad((8000000 + s.n * 8 + k)::text, 7, '0'), NULL, 'public_page', 9000000 + s.n * 8 + k
      FROM w_session s CROSS JOIN generate_series(1, 6) k
      WHERE ${open} AND s.mode <> 'unit_meeting' AND pg_temp.draw('public', s.n * 8 + k) < 0.35;
    SET LOCAL enable_memoize = on`);
}

/** The taps of the trainers' phones on the day, and the register that follows from them. Returns how many taps. */
export async function plantAttendance({ client }: Work): Promise<number> {
  await client.query(`
    INSERT INTO device (id, account_id, label, created_at)
    SELECT pg_temp.seed_id('device', row_number() OVER (ORDER BY a.id)), a.id, 'Điện thoại của giảng viên', DATE '2025-07-20'
    FROM account a WHERE a.id IN (SELECT proposed_by_id FROM w_session);
    CREATE TEMP TABLE w_event ON COMMIT DROP AS
      SELECT e.n, e.session_n, e.session_id, d.id AS device_id, d.account_id, row_number() OVER (PARTITION BY d.id ORDER BY e.n) AS sequence,
        s.starts_at + e.arrival_no * interval '20 seconds' AS marked_at, (CASE WHEN pg_temp.draw('present', e.dice) < 0.84 THEN 'present'
          WHEN pg_temp.draw('present', e.dice) < 0.89 THEN 'late' ELSE 'absent' END)::attendance_mark AS mark
      FROM w_enrolment e JOIN w_session s ON s.n = e.session_n JOIN device d ON d.account_id = s.proposed_by_id
      WHERE e.session_state = 'held' AND e.state = 'confirmed'`);
  const count = await run(
    client,
    `INSERT INTO attendance_event (device_id, sequence, session_id, enrolment_id, mark, marked_at, marked_by_id, received_at, arrival)
     SELECT device_id, sequence, session_id, pg_temp.seed_id('enrolment', n), mark, marked_at, account_id, marked_at + interval '3 hours',
       row_number() OVER (ORDER BY n) FROM w_event ORDER BY n`,
  );
  await client.query(`
    SELECT setval(pg_get_serial_sequence('attendance_event', 'arrival'), greatest(1, (SELECT max(arrival) FROM attendance_event)));
    ANALYZE enrolment; ANALYZE attendance_event; ANALYZE attendance_review;
    INSERT INTO attendance (enrolment_id, session_id, person_id, mark, witnesses, conflict, last_arrival)
      SELECT a.* FROM app.attendance_of(ARRAY (SELECT DISTINCT enrolment_id FROM attendance_event)) a ORDER BY 1`);
  return count;
}

const COMMENTS = [
  'Giảng viên hướng dẫn dễ hiểu',
  'Muốn học thêm về bán hàng trên mạng',
  'Chữ trên màn hình hơi nhỏ',
  'Xin tài liệu để về xem lại',
];

/** The trainers' reports on three quarters of the sessions that were held. Returns how many. */
export const plantSessionReports = ({ client }: Work): Promise<number> =>
  run(
    client,
    `INSERT INTO session_report (id, session_id, number, people_present, went_well, to_improve, materials, written_at, written_by_id)
     SELECT pg_temp.seed_id('report', s.n), s.id, 1, c.present,
       pg_temp.pick(ARRAY['Chị em mạnh dạn hỏi, ai cũng tự bấm trên máy mình.', 'Các chị đi trước kèm các chị đi sau rất tốt.',
         'Đúng giờ, đủ máy, ai cũng làm được bước đầu.'], pg_temp.draw('went well', s.n)),
       CASE WHEN pg_temp.draw('improve', s.n) < 0.6 THEN pg_temp.pick(ARRAY['Mạng yếu, lần sau mượn thêm bộ phát.', 'Cần phông chữ lớn hơn trên màn hình.',
         'Nên chia nhóm nhỏ hơn.'], pg_temp.draw('what', s.n)) END,
       CASE WHEN pg_temp.draw('materials', s.n) < 0.5 THEN 'Tờ rơi của khóa, ảnh chụp từng bước.' END,
       least(s.ends_at + interval '2 hours', pg_temp.dawn()), s.proposed_by_id
     FROM w_session s JOIN LATERAL (SELECT count(*)::int AS present FROM attendance a WHERE a.session_id = s.id AND a.mark IN ('present', 'late')) c ON c.present > 0
     WHERE s.state = 'held' AND pg_temp.draw('reported', s.n) < 0.75 ORDER BY s.n`,
  );

/** Skills learned, as the trainer recorded them, and the faces of the feedback. Returns how many skills. */
export async function plantOutcomes({ client }: Work): Promise<number> {
  await run(
    client,
    `INSERT INTO session_feedback (id, session_id, face, comment, given_at)
     SELECT pg_temp.seed_id('feedback', n), session_id, 1 + (pg_temp.draw('face', n) > 0.06)::int + (pg_temp.draw('face', n) > 0.25)::int,
       CASE WHEN pg_temp.draw('comment', n) < 0.03 THEN pg_temp.pick(ARRAY[${COMMENTS.map((text) => `'${text}'`).join(', ')}], pg_temp.draw('says', n)) END,
       (marked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
     FROM w_event WHERE mark <> 'absent' AND pg_temp.draw('feedback', n) < 0.25 ORDER BY n`,
  );
  return run(
    client,
    `INSERT INTO learned_skill (enrolment_id, skill_id, level, recorded_at, recorded_by_id)
     SELECT pg_temp.seed_id('enrolment', w.n), k.skill_id,
       (ARRAY['saw_it', 'with_help', 'with_help', 'alone'])[1 + floor(pg_temp.draw('learned', w.n * 64::bigint + k.position) * 4)::int]::learned_level,
       w.marked_at + interval '3 hours', coalesce(w.account_id, '${accountId('province@demo.invalid')}'::uuid)
     FROM w_event w JOIN w_session s ON s.n = w.session_n JOIN LATERAL (
       SELECT c.skill_id, x.position FROM course_skill c JOIN skill x ON x.id = c.skill_id WHERE c.course_id = s.course_id) k ON true
     WHERE w.mark <> 'absent' AND pg_temp.draw('recorded', s.n) < 0.6 ORDER BY w.n, k.position`,
  );
}
