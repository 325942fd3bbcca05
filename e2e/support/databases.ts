import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { dropDatabase, ensureDatabase } from '../../scripts/database.mjs';
import { migrate } from '../../scripts/prisma.mjs';
import { databaseAddress } from './processes';

const run = promisify(execFile);

const addressOf = (name: string) => {
  const url = new URL(databaseAddress());
  url.pathname = `/${name}`;
  return url.href;
};

export type OwnDatabase = { url: string; client: pg.Client; drop(): Promise<void> };

/** A database beside that of the portal under test: migrated, with the ground of a portal in it and nobody's data. */
export async function makeGround(name: string): Promise<OwnDatabase> {
  const url = addressOf(name);
  await dropDatabase(addressOf('postgres'), name);
  await ensureDatabase(addressOf('postgres'), name);
  await migrate(url);
  const ground = ['--conditions=react-server', '--import', 'tsx', 'prisma/seed/ground.ts'];
  await run(process.execPath, ground, { env: { ...process.env, DATABASE_URL: url } });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const drop = async () => {
    await client.end();
    await dropDatabase(addressOf('postgres'), name);
  };
  return { url, client, drop };
}
