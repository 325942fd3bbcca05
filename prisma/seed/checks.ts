import type { Client } from 'pg';
import type { Day } from '@/domain/days/day';
import { searchKey } from '@/domain/texts/clean-text';
import { realNames } from './units/places';

/** The rules that hold, by name: each query counts what breaks it. */
export const rules = (today: Day): Readonly<Record<string, string>> => ({
  'a parent of the wrong level': `
    SELECT count(*) FROM unit_parent p JOIN unit c ON c.id = p.unit_id JOIN unit u ON u.id = p.parent_id
    WHERE (c.level, u.level) NOT IN (('commune', 'province'), ('sub_association', 'commune'), ('group', 'sub_association'))`,
  'a unit without a place on some day': `
    SELECT count(*) FROM unit u WHERE u.level <> 'province' AND NOT coalesce(
      (SELECT range_agg(daterange(s.valid_from, s.valid_to)) FROM unit_span s WHERE s.unit_id = u.id) @> daterange(u.opened_on, u.closed_on), false)`,
  'a tie to something else than a family': `
    SELECT count(*) FROM pair_tie t JOIN digital_model m ON m.id = t.model_id WHERE m.kind <> 'digital_family'`,
  'a seat that does not exist': `SELECT count(*) FROM enrolment e JOIN session s ON s.id = e.session_id WHERE e.seat_no > s.seats`,
  'a session whose state is not its last decision': `
    SELECT count(*) FROM session s LEFT JOIN LATERAL (
      SELECT kind FROM session_decision d WHERE d.session_id = s.id AND d.kind <> 'moved' ORDER BY decided_at DESC, id DESC LIMIT 1) d ON true
    WHERE s.state::text <> coalesce(d.kind::text, 'proposed')`,
  'a trainer’s copy that differs from its session': `
    SELECT count(*) FROM session_trainer t JOIN session s ON s.id = t.session_id
    WHERE (t.starts_at, t.ends_at, t.state) IS DISTINCT FROM (s.starts_at, s.ends_at, s.state)`,
  'a model without a status today': `
    SELECT count(*) FROM digital_model m WHERE NOT EXISTS (
      SELECT FROM model_status s WHERE s.model_id = m.id AND app.active_on(s.valid_from, s.valid_to, DATE '${today}'))`,
  'coverage that differs from its source': `
    SELECT count(*) FROM (SELECT * FROM app.coverage_units(DATE '${today}') EXCEPT SELECT * FROM app.coverage_units_from_source(DATE '${today}')) x`,
  'coverage missing from the rollup': `
    SELECT count(*) FROM (SELECT * FROM app.coverage_units_from_source(DATE '${today}') EXCEPT SELECT * FROM app.coverage_units(DATE '${today}')) x`,
  'a register line that is not what the events say': `
    SELECT count(*) FROM (SELECT * FROM app.attendance_of(ARRAY (SELECT enrolment_id FROM attendance ORDER BY 1 LIMIT 500))
      EXCEPT SELECT enrolment_id, session_id, person_id, mark, witnesses, conflict, last_arrival FROM attendance) x`,
  'an invented person with a real name': `
    SELECT count(*) FROM person WHERE search_key = ANY ('{${realNames.map((name) => `"${searchKey(name)}"`).join(',')}}')`,
  'a week without sessions': `
    SELECT (count(*) = 0)::int FROM session
    WHERE state = 'approved' AND starts_at BETWEEN pg_temp.dawn() AND pg_temp.dawn() + interval '7 days'`,
});

/** One query for each foreign key: how many rows point at nothing. */
export async function foreignKeys(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; sql: string }>(`
    SELECT c.conrelid::regclass || '.' || string_agg(a.attname, '+') || ' points at nothing' AS name,
      format('SELECT count(*) FROM %s x WHERE %s AND NOT EXISTS (SELECT FROM %s y WHERE %s)',
        c.conrelid::regclass, string_agg(format('x.%I IS NOT NULL', a.attname), ' AND '),
        c.confrelid::regclass, string_agg(format('y.%I = x.%I', b.attname, a.attname), ' AND ')) AS sql
    FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey, c.confkey) k (mine, theirs)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.mine
      JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.theirs
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
    GROUP BY c.oid, c.conrelid, c.confrelid ORDER BY 1`);
  return Object.fromEntries(rows.map((row) => [row.name, row.sql]));
}
