import { FIRST_DAY } from '@/domain/coverage/coverage';
import { addDays, monthStart } from '@/domain/days/day';
import { AHEAD_DAYS, dueDays } from '@/domain/reports/periods/period';
import { accountId } from './people/accounts';
import { longHung, trangDai } from './units/places';
import { run, type Work } from './work';

/** So many communes have not signed the last month, beside Long Hưng, whose official signs it in the demonstration. */
const MISSING = 8;
/** So many communes have figures of the last month that were accepted and can be cited. */
const CITED = 3;

/** Days after a month on which a commune signs it, and the city, which waits until all of it is accepted, also what was opened again. */
const FILED_AFTER = { commune: 1, city: 9 };

/**
 * Reports of the last two months: the one before is closed where there are units, and signed by the city; of the last a few are missing.
 * Figures are frozen where they are shown. Triggers are off. Returns how many.
 */
export async function plantReports(work: Work): Promise<number> {
  const { client, today } = work;
  await client.query('SELECT app.make_periods($1, $2, $3)', [FIRST_DAY, addDays(today, AHEAD_DAYS), dueDays]);
  const [last, before] = [monthStart(today, -1), monthStart(today, -2)];
  await client.query(`UPDATE reporting_period SET owed = starts_on >= $1`, [before]);
  await client.query(
    `CREATE TEMP TABLE w_report ON COMMIT DROP AS
     SELECT pg_temp.seed_id('report', u.no * 10 + CASE p.starts_on WHEN $1::date THEN 1 ELSE 2 END) AS id, u.id AS unit_id, u.no, u.slug, p.id AS period_id, p.starts_on, p.ends_on,
       CASE WHEN NOT EXISTS (SELECT FROM unit_span e WHERE e.commune_id = u.id AND e.level = 'sub_association') THEN 'submitted' WHEN p.starts_on = $2::date AND u.slug = ANY (ARRAY[$3, $4]) THEN 'submitted' WHEN p.starts_on = $2::date THEN 'locked' WHEN u.slug = $3 THEN 'draft' WHEN u.slug = $4 THEN 'submitted' WHEN x.at <= $5 THEN 'draft' WHEN x.at <= $5 + 3 THEN 'returned'
         WHEN x.at <= $5 + 11 THEN 'submitted' ELSE 'locked' END AS state, p.starts_on = $2::date AND x.at = $5 + 4 AND u.slug <> ALL (ARRAY[$3, $4]) AS restated,
       p.starts_on = $1::date AND x.at BETWEEN $5 + 12 AND $5 + 11 + $6 AND u.slug <> ALL (ARRAY[$3, $4]) AS cited, ${FILED_AFTER.commune} AS filed_after
     FROM reporting_period p CROSS JOIN LATERAL app.communes_on(p.ends_on - 1) c JOIN unit u ON u.id = c.unit_id
       CROSS JOIN LATERAL (SELECT row_number() OVER (ORDER BY o.no) AS at, o.id FROM app.communes_on(p.ends_on - 1) k JOIN unit o ON o.id = k.unit_id WHERE k.reported AND o.slug <> ALL (ARRAY[$3, $4])) x
     WHERE p.kind = 'month' AND p.starts_on IN ($1::date, $2::date) AND c.reported AND (x.id = u.id OR u.slug = ANY (ARRAY[$3, $4]) AND x.at = 1)
     UNION ALL SELECT pg_temp.seed_id('report', u.no * 10 + 2), u.id, u.no, u.slug, p.id, p.starts_on, p.ends_on, 'submitted', false, false, ${FILED_AFTER.city}
     FROM unit u JOIN reporting_period p ON p.kind = 'month' AND p.starts_on = $2::date WHERE u.level = 'province'`,
    [last, before, longHung.commune, trangDai.commune, MISSING, CITED],
  );
  await client.query(
    `CREATE TEMP TABLE w_filed ON COMMIT DROP AS
     SELECT w.*, CASE WHEN w.state <> 'locked' OR w.slug = ANY ($1) OR w.restated OR w.cited THEN app.take_snapshot(w.unit_id, w.starts_on, w.ends_on - 1, NULL) END AS snapshot_id
     FROM w_report w WHERE w.state <> 'draft'`,
    [[longHung.commune, trangDai.commune]],
  );
  await nameForGood(work);
  await client.query(
    `INSERT INTO report (id, unit_id, period_id, state, snapshot_id, created_at, version)
     SELECT id, unit_id, period_id, state::report_state, snapshot_id, (ends_on + filed_after)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' + interval '9 hours', 2 FROM w_filed`,
  );
  const province = accountId('province@demo.invalid');
  const restated = await restate(work, province);
  const planted = await run(
    client,
    `INSERT INTO report_action (id, report_id, kind, remark, snapshot_id, taken_at, taken_by_id)
     SELECT pg_temp.seed_id('report action', w.no * 100 + extract(month FROM w.starts_on)::int * 4 + d.at + 1), w.id, d.kind::report_action_kind, CASE d.kind WHEN 'returned' THEN 'Xem lại số tổ của các khu phố mới' END,
       CASE d.kind WHEN 'submitted' THEN CASE WHEN w.restated THEN $4 ELSE w.snapshot_id END END, (w.ends_on + w.filed_after + d.at)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' + interval '9 hours',
       CASE WHEN d.kind <> 'submitted' OR w.filed_after = ${FILED_AFTER.city} THEN $1 WHEN w.slug = $5 THEN $2 WHEN w.slug = $6 THEN $3 END::uuid
     FROM w_filed w CROSS JOIN (VALUES ('submitted', 0), ('returned', 1), ('accepted', 1), ('locked', 2)) d (kind, at)
     WHERE d.kind = 'submitted' OR d.kind = 'returned' AND w.state = 'returned' OR d.kind IN ('accepted', 'locked') AND w.state = 'locked'`,
    [
      province,
      accountId('longhung@demo.invalid'),
      accountId('trangdai@demo.invalid'),
      restated,
      longHung.commune,
      trangDai.commune,
    ],
  );
  return planted;
}

/**
 * One report was opened again: two women at a session had been left out, so that its first signing said two fewer. Returns the snapshot of
 * that one.
 */
async function restate({ client }: Work, province: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO snapshot (id, unit_id, as_of, since, taken_at, tree_version, reading, editions, row_count, sha256, demo)
     SELECT pg_temp.seed_id('snapshot', w.no * 100 + 50), s.unit_id, s.as_of, s.since, s.taken_at, s.tree_version, s.reading, s.editions, s.row_count, s.sha256, s.demo
     FROM w_filed w JOIN snapshot s ON s.id = w.snapshot_id WHERE w.restated RETURNING id`,
  );
  const first = rows[0]?.id ?? null;
  await client.query(
    `INSERT INTO snapshot_row (snapshot_id, unit_id, level, name, kind, path, figures)
     SELECT $1, r.unit_id, r.level, r.name, r.kind, r.path, CASE WHEN r.unit_id = w.unit_id THEN ${fewer('done', fewer('since', 'r.figures'))} ELSE r.figures END
     FROM w_filed w JOIN snapshot_row r ON r.snapshot_id = w.snapshot_id WHERE w.restated`,
    [first],
  );
  await client.query('UPDATE snapshot SET sha256 = app.snapshot_hash(id) WHERE id = $1', [first]);
  await client.query(
    `INSERT INTO report_action (id, report_id, kind, remark, snapshot_id, taken_at, taken_by_id)
     SELECT pg_temp.seed_id('report action again', d.at), w.id, d.kind::report_action_kind, CASE d.kind WHEN 'reopen_asked' THEN 'Sót hai chị ở một buổi tập huấn' WHEN 'reopened' THEN 'Đồng ý cho bổ sung hai chị' END,
       CASE d.kind WHEN 'submitted' THEN w.snapshot_id END, (w.ends_on + d.at)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' + interval '9 hours', CASE WHEN d.kind NOT IN ('submitted', 'reopen_asked') THEN $1::uuid END
     FROM w_filed w CROSS JOIN (VALUES ('reopen_asked', 5), ('reopened', 6), ('submitted', 7), ('accepted', 8), ('locked', 9)) d (kind, at) WHERE w.restated`,
    [province],
  );
  return first;
}

const fewer = (part: 'done' | 'since', figures: string) =>
  `CASE WHEN (r.figures #>> '{attendances,${part}}')::int >= 2 THEN jsonb_set(${figures}, '{attendances,${part}}', to_jsonb((r.figures #>> '{attendances,${part}}')::int - 2)) ELSE ${figures} END`;

/** Periods and snapshots have numbers of chance and hours of now; a demonstration is the same each time. */
async function nameForGood({ client }: Work) {
  const snapshot = `pg_temp.seed_id('snapshot', w.no * 100 + extract(month FROM w.starts_on)::int)`;
  const named = `pg_temp.seed_id('period ' || kind, to_char(starts_on, 'YYYYMMDD')::bigint)`;
  await client.query(
    `UPDATE w_filed w SET period_id = p.id FROM (SELECT id AS was, ${named} AS id FROM reporting_period) p WHERE w.period_id = p.was`,
  );
  await client.query(`UPDATE reporting_period SET id = ${named}`);
  await client.query(
    `UPDATE snapshot_row r SET snapshot_id = ${snapshot} FROM w_filed w WHERE r.snapshot_id = w.snapshot_id`,
  );
  await client.query(
    `UPDATE snapshot s SET id = ${snapshot}, taken_at = (w.ends_on + w.filed_after)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' + interval '9 hours', audit_position = NULL, audit_hash = NULL FROM w_filed w WHERE s.id = w.snapshot_id`,
  );
  await client.query(`UPDATE w_filed w SET snapshot_id = ${snapshot} WHERE snapshot_id IS NOT NULL`);
}
