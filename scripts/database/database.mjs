import { PlainProblem, thrown } from '../ground/problem.mjs';

const CONNECT_PATIENCE_MS = 10_000;

/**
 * A connection to a database, which whoever asked for it ends. `?schema=` in the address, Prisma's word, is its search path.
 * @param {string} databaseUrl
 */
export async function connectTo(databaseUrl) {
  const { default: pg } = await import('pg'); // only after the packages are installed
  const schema = new URL(databaseUrl).searchParams.get('schema');
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_PATIENCE_MS,
    ...(schema && { options: `-c search_path=${schema}` }),
  });
  client.on('error', () => {}); // a lost connection is said by the statement itself
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host, port, database } = client;
    throw new PlainProblem(`The database "${database}" at ${host}:${port} cannot be reached: ${thrown(error).message}`);
  }
}

/**
 * Runs one statement on a connection of its own and returns its rows.
 * @param {string} databaseUrl
 * @param {string} sql
 * @param {unknown[]} [values]
 * @returns {Promise<any[]>}
 */
export async function query(databaseUrl, sql, values) {
  const client = await connectTo(databaseUrl);
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * Makes a database of the server unless it is there.
 * @param {string} maintenanceUrl
 * @param {string} name
 */
export async function ensureDatabase(maintenanceUrl, name) {
  const present = await query(maintenanceUrl, 'SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (present.length === 0) await query(maintenanceUrl, `CREATE DATABASE "${name}"`);
}

/**
 * Drops a database, whoever is connected to it.
 * @param {string} maintenanceUrl
 * @param {string} name
 */
export const dropDatabase = (maintenanceUrl, name) =>
  query(maintenanceUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
