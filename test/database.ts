import pg from 'pg';

const base = () => new URL(process.env.TEST_DATABASE_URL ?? 'postgresql://postgres:postgres@127.0.0.1:5501/postgres');

/**
 * Before the first test: the address must hold a migrated template (`portal_template`, made by `npm test`; while
 * developing any migrated database named by TEST_TEMPLATE). Each worker clones it.
 */
export async function setup() {
  const client = new pg.Client({ connectionString: base().href });
  await client.connect();
  const template = process.env.TEST_TEMPLATE ?? 'portal_template';
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
  await client.end();
  if (!rowCount) throw new Error(`no database ${template} at the address of TEST_DATABASE_URL`);
}
