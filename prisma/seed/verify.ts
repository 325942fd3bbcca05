import type { Client } from 'pg';
import { realNames } from './places';
import { say } from './progress';
import type { Work } from './work';

/**
 * The load ran without triggers, and so without foreign keys. This proves by queries what they would have guaranteed,
 * inside the transaction: if anything is wrong nothing is kept.
 */
export async function verify(work: Work): Promise<number> {
  const { client, today } = work;
  const checks: Readonly<Record<string, string>> = {
    ...(await foreignKeyChecks(client)),
    'a parent of the wrong level': `SELECT count(*) FROM unit_parent p JOIN unit c ON c.id = p.unit_id JOIN unit u ON u.id = p.parent_id
      WHERE (c.level, u.level) NOT IN (('commune', 'province'), ('sub_association', 'commune'), ('group', 'sub_association'))`,
    'a unit without a place on some day': `SELECT count(*) FROM unit u WHERE u.level <> 'province' AND NOT coalesce(
      (SELECT range_agg(daterange(s.valid_from, s.valid_to)) FROM unit_span s WHERE s.unit_id = u.id) @> daterange(u.opened_on, u.closed_on), false)`,
    'a tie to something else than a family': `SELECT count(*) FROM pair_tie t JOIN digital_model m ON m.id = t.model_id WHERE m.kind <> 'digital_family'`,
    'a seat that does not exist': `SELECT count(*) FROM enrolment e JOIN session s ON s.id = e.session_id WHERE e.seat_no > s.seats`,
    'a session whose state is not its last decision': `SELECT count(*) FROM session s LEFT JOIN LATERAL
      (SELECT kind FROM session_decision d WHERE d.session_id = s.id ORDER BY decided_at DESC, id DESC LIMIT 1) d ON true WHERE s.state::text <> coalesce(d.kind::text, 'proposed')`,
    'a trainer’s copy that differs from its session': `SELECT count(*) FROM session_trainer t JOIN session s ON s.id = t.session_id
      WHERE (t.starts_at, t.ends_at, t.state) IS DISTINCT FROM (s.starts_at, s.ends_at, s.state)`,
    'a model without a status today': `SELECT count(*) FROM digital_model m WHERE NOT EXISTS
      (SELECT FROM model_status s WHERE s.model_id = m.id AND app.active_on(s.valid_from, s.valid_to, DATE '${today}'))`,
    'coverage that differs from its source': `SELECT count(*) FROM (SELECT * FROM app.coverage_units(DATE '${today}') EXCEPT SELECT * FROM app.coverage_units_from_source(DATE '${today}')) x`,
    'coverage missing from the rollup': `SELECT count(*) FROM (SELECT * FROM app.coverage_units_from_source(DATE '${today}') EXCEPT SELECT * FROM app.coverage_units(DATE '${today}')) x`,
    'a register line that is not what the events say': `SELECT count(*) FROM (SELECT * FROM app.attendance_of(ARRAY (SELECT enrolment_id FROM attendance ORDER BY 1 LIMIT 500))
      EXCEPT SELECT enrolment_id, session_id, person_id, mark, witnesses, conflict, last_arrival FROM attendance) x`,
    'an invented person with a real name': `SELECT count(*) FROM person WHERE full_name = ANY ('{${realNames.map((name) => `"${name}"`).join(',')}}')`,
    'a week without sessions': `SELECT (count(*) = 0)::int FROM session WHERE state = 'approved' AND starts_at > now() AND starts_at < now() + interval '7 days'`,
  };
  const { rows } = await client.query<{ name: string; count: string }>(
    Object.entries(checks)
      .map(([name, sql]) => `SELECT '${name}' AS name, (${sql}) AS count`)
      .join(' UNION ALL '),
  );
  const wrong = rows.filter((row) => Number(row.count) > 0);
  if (wrong.length > 0)
    throw new Error(`the demonstration data is wrong: ${wrong.map((row) => `${row.count} × ${row.name}`).join('; ')}`);
  return rows.length;
}

/** One query for each foreign key: how many rows point at nothing. */
async function foreignKeyChecks(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; sql: string }>(`
    SELECT c.conrelid::regclass || '.' || string_agg(a.attname, '+') || ' points at nothing' AS name,
      format('SELECT count(*) FROM %s x WHERE %s AND NOT EXISTS (SELECT FROM %s y WHERE %s)', c.conrelid::regclass,
        string_agg(format('x.%I IS NOT NULL', a.attname), ' AND '), c.confrelid::regclass, string_agg(format('y.%I = x.%I', b.attname, a.attname), ' AND ')) AS sql
    FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) k (mine, theirs)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.mine JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.theirs
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace GROUP BY c.oid, c.conrelid, c.confrelid ORDER BY 1`);
  return Object.fromEntries(rows.map((row) => [row.name, row.sql]));
}

const LEVELS: Readonly<Record<string, string>> = { sub_association: 'chi hội', group: 'tổ' };

/** What the province looks like, in two lines. */
export async function summarise({ client, today }: Work): Promise<void> {
  const { rows } = await client.query<{
    level: string;
    units: number;
    covered: number;
    percent: string | null;
    complete: number;
    zero: number;
    not_reported: number;
    no_units: number;
  }>(
    `
    SELECT level, sum(units)::int AS units, sum(covered)::int AS covered, round(100.0 * sum(covered) / nullif(sum(units), 0), 1) AS percent,
      (count(*) FILTER (WHERE state = 'some' AND covered = units))::int AS complete, (count(*) FILTER (WHERE state = 'zero'))::int AS zero,
      (count(*) FILTER (WHERE state = 'not_reported'))::int AS not_reported, (count(*) FILTER (WHERE state = 'no_units'))::int AS no_units
    FROM app.coverage($1::date) GROUP BY level ORDER BY level`,
    [today],
  );
  for (const row of rows) {
    say(
      `  ${LEVELS[row.level] ?? row.level}: ${row.covered}/${row.units} được bao phủ (${(row.percent ?? '–').replace('.', ',')} %); xã, phường đạt 100 %: ${row.complete}, ở mức 0: ${row.zero}, chưa báo cáo: ${row.not_reported}, chưa có đơn vị: ${row.no_units}`,
    );
  }
}
