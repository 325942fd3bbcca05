import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { dropDatabase, ensureDatabase, query } from '../../../scripts/database/database.mjs';
import { migrate } from '../../../scripts/database/migrations.mjs';
import { fingerprintOf } from '../../../scripts/ground/fingerprint.mjs';
import { dayFromNow } from '../stage/stage';
import { databaseAddress } from './processes';

const run = promisify(execFile);

const addressOf = (name: string) => {
  const url = new URL(databaseAddress());
  url.pathname = `/${name}`;
  return url.href;
};

export type OwnDatabase = { url: string; client: pg.Client; drop(): Promise<void> };

/** Laid once, and copied for whoever wants a database of her own; from other sources or of another day it is laid anew. */
const GROUND = 'portal_ground';
const SOURCES = ['prisma/migrations', 'prisma/seed', 'test/factories', 'domain/days/day.ts'];

async function layGround(maintenanceUrl: string): Promise<void> {
  const sources = `${fingerprintOf(SOURCES)} ${dayFromNow(0)}`;
  const there = `SELECT FROM pg_database WHERE datname = $1 AND shobj_description(oid, 'pg_database') = $2`;
  if ((await query(maintenanceUrl, there, [GROUND, sources])).length > 0) return;
  await dropDatabase(maintenanceUrl, GROUND);
  await ensureDatabase(maintenanceUrl, GROUND);
  const url = addressOf(GROUND);
  await migrate(url);
  const ground = ['--conditions=react-server', '--import', 'tsx', 'prisma/seed/ground.ts'];
  await run(process.execPath, ground, { env: { ...process.env, DATABASE_URL: url } });
  await query(maintenanceUrl, `COMMENT ON DATABASE ${GROUND} IS '${sources}'`);
}

/** A copy of the ground. PostgreSQL makes one at a time, and so do we: the second waits. */
async function copyGround(name: string): Promise<void> {
  const maintenanceUrl = addressOf('postgres');
  const turn = new pg.Client({ connectionString: maintenanceUrl });
  await turn.connect();
  try {
    await turn.query(`SELECT pg_advisory_lock(hashtext('${GROUND}'))`);
    await layGround(maintenanceUrl);
    await dropDatabase(maintenanceUrl, name);
    await turn.query(`CREATE DATABASE ${name} TEMPLATE ${GROUND}`);
  } finally {
    await turn.end();
  }
}

/** A database beside that of the portal under test: migrated, with the ground of a portal in it and nobody's data. */
export async function makeGround(name: string): Promise<OwnDatabase> {
  await copyGround(name);
  const url = addressOf(name);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const drop = async () => {
    await client.end();
    await dropDatabase(addressOf('postgres'), name);
  };
  return { url, client, drop };
}
