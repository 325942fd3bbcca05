import { trangDai } from '../units/places';
import { run, type Work } from '../work';
import { criteria } from './criteria';

/** An activity is written down in the morning of its day. */
const recordedOn = (day: string) => `least(${day} + time '03:00', pg_temp.dawn())`;

/** Households and members of the models. Returns how many memberships of models. */
export async function plantModelMembers(work: Work): Promise<number> {
  const { client, today } = work;
  await chooseHouseholds(work);
  await run(
    client,
    `INSERT INTO model_household (id, model_id, household_id, valid_from)
     SELECT pg_temp.seed_id('model household', model_n * 100 + at), model_id, pg_temp.seed_id('household', home_n), since
     FROM w_family_home ORDER BY model_n, at`,
  );
  // whoever lives in a household of a family is a member of it, beside the head
  await run(
    client,
    `INSERT INTO model_member (id, model_id, person_id, valid_from, recorded_at)
     SELECT pg_temp.seed_id('model member', model_n * 1000 + 100 + place), model_id, person_id, since, ${recordedOn('since')}
     FROM (
       SELECT f.model_n, f.model_id, o.person_id, greatest(f.since, o.joined_on) AS since,
         row_number() OVER (PARTITION BY f.model_n ORDER BY o.n)::int AS place
       FROM w_family_home f JOIN w_home o ON o.head_n = f.home_n AND o.n <> f.home_n
       WHERE o.left_on IS NULL AND o.joined_on < DATE '${today}') x
     ORDER BY model_n, place`,
  );
  // clubs gather women with basic skills from all groups of the sub-association; the pilot family has exactly twelve
  return run(
    client,
    `INSERT INTO model_member (id, model_id, person_id, valid_from, recorded_at)
     SELECT pg_temp.seed_id('model member', model_n * 1000 + at), model_id, person_id, since, ${recordedOn('since')}
     FROM (
       SELECT model_n, model_id, person_id, since, at FROM w_family_home
       UNION ALL
       SELECT m.n, m.id, w.id, greatest(coalesce(m.active_on, m.planned_on), w.joined_on),
         row_number() OVER (PARTITION BY m.n ORDER BY w.rank, w.n)::int
       FROM w_model m JOIN w_member w ON w.sub_no = m.unit_no
       WHERE m.kind = 'digital_womens_club' AND w.left_on IS NULL AND w.joined_on < DATE '${today}') x
     WHERE at <= 12 OR at <= 12 + model_n % 14 AND model_id <> ALL (ARRAY (SELECT id FROM w_model WHERE slug = '${trangDai.familyAt}'))
     ORDER BY model_n, at`,
  );
}

// A group's family unites its households, a sub-association's those of its leading women; a household is in one
// family. The twelve members of the pilot head a household each, without another woman of the union.
async function chooseHouseholds({ client, today }: Work) {
  const since = 'greatest(coalesce(m.active_on, m.planned_on), h.joined_on)';
  await client.query(`
    CREATE TEMP VIEW w_living_home AS
      SELECT h.*, NOT EXISTS (SELECT FROM w_home o WHERE o.head_n = h.n AND o.n <> h.n) AS alone
      FROM w_home h WHERE head_n = n AND left_on IS NULL AND joined_on < DATE '${today}';
    CREATE TEMP TABLE w_family_home ON COMMIT DROP AS
      SELECT model_n, model_id, home_n, person_id, since, row_number() OVER (PARTITION BY model_n ORDER BY rank, group_no)::int AS at
      FROM (
        SELECT *, row_number() OVER (PARTITION BY home_n ORDER BY pilot DESC, of_group DESC, model_n) AS turn
        FROM (
          SELECT m.n AS model_n, m.id AS model_id, m.pilot, true AS of_group, h.n AS home_n, h.person_id, h.rank, h.group_no, ${since} AS since
          FROM w_model m JOIN w_living_home h ON h.group_no = m.unit_no AND h.rank <= 6
          WHERE m.kind = 'digital_family' AND m.level = 'group'
          UNION ALL
          SELECT m.n, m.id, m.pilot, false, h.n, h.person_id, h.rank, h.group_no, ${since}
          FROM w_model m JOIN w_living_home h ON h.sub_no = m.unit_no
            AND h.rank <= 4 AND (h.alone OR m.slug <> '${trangDai.familyAt}')
          WHERE m.kind = 'digital_family' AND m.level = 'sub_association') x) y
      WHERE turn = 1;
    DROP VIEW w_living_home;
    DELETE FROM w_family_home WHERE at > 12`);
}

/** The boards: head, deputy, and in larger models a secretary. */
export const plantBoards = ({ client }: Work): Promise<number> =>
  run(
    client,
    `INSERT INTO board_seat (id, model_id, person_id, office, valid_from)
     SELECT pg_temp.seed_id('board seat', n * 8 + seat), id, person_id, (ARRAY['head', 'deputy', 'secretary'])[seat]::board_office,
       greatest(since, joined_on)
     FROM (
       SELECT m.n, m.id, m.kind, w.id AS person_id, w.joined_on, coalesce(m.active_on, m.planned_on) AS since, w.rank AS seat
       FROM w_model m JOIN w_member w ON w.group_no = m.unit_no AND w.rank <= 2 WHERE m.level = 'group'
       UNION ALL
       SELECT m.n, m.id, m.kind, f.person_id, f.joined_on, coalesce(m.active_on, m.planned_on), f.at
       FROM w_model m JOIN w_first f ON f.sub_no = m.unit_no AND f.at <= 3 WHERE m.level <> 'group') x
     WHERE seat < 3 OR kind <> 'digital_family' ORDER BY n, seat`,
  );

const EVIDENCE = [
  'Biên bản sinh hoạt chi hội',
  'Ảnh chụp buổi hướng dẫn',
  'Danh sách có chữ ký',
  'Sổ theo dõi của ban chủ nhiệm',
];
const list = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(', ');

/** A criterion that can be counted holds where the records show it, any other by chance. */
const met = (model: string, dice: string): string => {
  const counted = Object.entries(criteria).flatMap(([kind, list]) =>
    list.flatMap(({ shown }, at) =>
      shown
        ? `WHEN kind = '${kind}' AND position = ${at + 1} THEN (SELECT count(*) FROM ${shown.by} r WHERE r.model_id = ${model}) >= ${shown.least}`
        : [],
    ),
  );
  return `CASE ${counted.join(' ')} ELSE pg_temp.draw('met', ${dice}) < 0.86 END`;
};

/** Which criteria the models meet. A family's checklist is filled in for one in three, as it is while a campaign grows. */
export const plantCriteriaMet = ({ client, today }: Work): Promise<number> =>
  run(
    client,
    `INSERT INTO criterion_met (id, model_id, criterion_id, evidence, valid_from, recorded_at)
     SELECT pg_temp.seed_id('criterion met', dice), model_id, criterion_id,
       CASE WHEN pg_temp.draw('evidence', dice) < 0.3 THEN pg_temp.pick(ARRAY[${list(EVIDENCE)}], pg_temp.draw('which', dice)) END,
       least(DATE '${today}', active_on + position * 9), ${recordedOn(`least(DATE '${today}', active_on + position * 9)`)}
     FROM (
       SELECT m.id AS model_id, m.kind, m.active_on, c.id AS criterion_id, c.position, m.n * 16 + c.position AS dice
       FROM w_model m JOIN criteria_list l ON l.kind = m.kind::model_kind JOIN criterion c ON c.list_id = l.id
       WHERE m.active_on < DATE '${today}' AND (m.kind <> 'digital_family' OR NOT m.demo OR pg_temp.draw('checked', m.n) < 0.33)) x
     WHERE ${met('x.model_id', 'dice')} ORDER BY dice`,
  );

const TOPICS = [
  'Hướng dẫn nộp hồ sơ trên Cổng Dịch vụ công',
  'Cài đặt và kích hoạt VNeID tại nhà',
  'Thực hành quét mã QR khi đi chợ',
  'Nhận biết cuộc gọi lừa đảo',
  'Livestream bán nông sản của hội viên',
  'Chia sẻ thông tin chính thống trong nhóm Zalo',
  'Giúp các cô lớn tuổi gọi video cho con cháu',
  'Viết lời giới thiệu sản phẩm OCOP với trợ lý AI',
  'Trả tiền điện, nước qua điện thoại',
  'Đặt mật khẩu và xác thực hai lớp',
];

/** The activities of models: clubs about every month, the others now and then. */
export const plantActivities = ({ client, today }: Work): Promise<number> =>
  run(
    client,
    `INSERT INTO model_activity (id, model_id, on_day, topic, people_reached, created_at)
     SELECT pg_temp.seed_id('activity', dice), id, day, pg_temp.pick(ARRAY[${list(TOPICS)}], pg_temp.draw('topic', dice)),
       CASE level WHEN 'group' THEN pg_temp.between(3, 14, pg_temp.draw('reached', dice)) ELSE pg_temp.between(8, 45, pg_temp.draw('reached', dice)) END,
       day + time '10:00'
     FROM (
       SELECT m.*, m.n * 64 + k AS dice, m.active_on + pg_temp.between(0, 12, pg_temp.draw('on', m.n * 64 + k))
         + CASE m.kind WHEN 'digital_womens_club' THEN 27 * k ELSE 75 * k - 40 END AS day
       FROM w_model m CROSS JOIN generate_series(1, 24) k) x
     WHERE day < coalesce(paused_on, ended_on, DATE '${today}') AND pg_temp.draw('held', dice) < 0.75 ORDER BY dice`,
  );
