import pg from 'pg';
import type { Work } from './work';

/** A connection to the test's own empty database, what a small seed needs, and two ways of asking. */
export function testProvince() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const work: Work = { client, today: '2026-11-24', members: 2_000, demoPassword: 'mật khẩu thử', say };
  const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;
  const one = async (sql: string): Promise<unknown> => Object.values((await rows(sql))[0] ?? {})[0];
  return { client, work, lines, rows, one };
}
