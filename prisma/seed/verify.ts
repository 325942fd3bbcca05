import { foreignKeys, rules } from './checks';
import type { Work } from './work';

/**
 * The load ran without triggers, and so without foreign keys. This proves by queries what they would have guaranteed,
 * inside the transaction: if anything is wrong nothing is kept. Returns how many things were checked.
 */
export async function verify({ client, today }: Work): Promise<number> {
  const checks = Object.entries({ ...(await foreignKeys(client)), ...rules(today) });
  const { rows } = await client.query<{ name: string; count: string }>(
    checks.map(([name, sql]) => `SELECT '${name}' AS name, (${sql}) AS count`).join(' UNION ALL '),
  );
  const wrong = rows.filter((row) => Number(row.count) > 0).map((row) => `${row.count} × ${row.name}`);
  if (wrong.length > 0) throw new Error(`the demonstration data is wrong: ${wrong.join('; ')}`);
  return rows.length;
}

interface Summary {
  level: string;
  units: number;
  covered: number;
  percent: string | null;
  complete: number;
  zero: number;
  not_reported: number;
  no_units: number;
}

/** Shows the province, in a line for each level. */
export async function summarise({ client, today, say }: Work): Promise<void> {
  const { rows } = await client.query<Summary>(
    `SELECT level, sum(units)::int AS units, sum(covered)::int AS covered, round(100.0 * sum(covered) / nullif(sum(units), 0), 1) AS percent,
       (count(*) FILTER (WHERE state = 'some' AND covered = units))::int AS complete, (count(*) FILTER (WHERE state = 'zero'))::int AS zero,
       (count(*) FILTER (WHERE state = 'not_reported'))::int AS not_reported, (count(*) FILTER (WHERE state = 'no_units'))::int AS no_units
     FROM app.coverage($1::date) GROUP BY level ORDER BY level`,
    [today],
  );
  for (const row of rows) {
    const share = `${row.covered}/${row.units} được bao phủ (${(row.percent ?? '–').replace('.', ',')} %)`;
    const communes = `đạt 100 %: ${row.complete}, ở mức 0: ${row.zero}, chưa báo cáo: ${row.not_reported}, chưa có đơn vị: ${row.no_units}`;
    say(`  ${row.level === 'group' ? 'tổ' : 'chi hội'}: ${share}; xã, phường ${communes}`);
  }
}
