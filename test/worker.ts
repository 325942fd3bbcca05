import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { keepNothing } from '@/prisma/kept/kept-values';
import { makePushKeys } from '@/scripts/ground/settings.mjs';

/**
 * Every test file gets a database of its own, a copy of the migrated template. Files of one process share its
 * modules, so the copy keeps its name there and one file's client finds the next one's database.
 */
const base = new URL(process.env.TEST_DATABASE_URL ?? 'postgresql://postgres:postgres@127.0.0.1:5501/postgres');
const name = `portal_test_${process.pid}`;
const template = process.env.TEST_TEMPLATE ?? 'portal_template';

async function run(...statements: string[]) {
  const client = new pg.Client({ connectionString: base.href });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const dropped = `drop database if exists ${name} with (force)`;

// Its files are copied as they are, and not page by page through the log.
// PostgreSQL refuses a copy while another one of the same template is being made: the second waits.
await copyAgain(40);

async function copyAgain(tries: number): Promise<void> {
  try {
    await run(dropped, `create database ${name} template ${template} strategy file_copy`);
  } catch (error) {
    if (tries === 0 || !/accessed by other users|being accessed/.test(String(error))) throw error;
    await new Promise((done) => setTimeout(done, 150));
    await copyAgain(tries - 1);
  }
}

// What a file before this one began to keep is of another database.
keepNothing();

// Next looks for it here once, when the first file of a process loads any part of it.
Object.assign(globalThis, { AsyncLocalStorage });

const own = new URL(base);
own.pathname = `/${name}`;
process.env.DATABASE_URL = own.href;
process.env.DATABASE_CONNECTIONS = '8';
// A machine that runs tests is busy with more than the portal.
process.env.DATABASE_PATIENCE = '6';

// A data folder of its own too, with one key for sensitive fields and a pair for push services, which are on this machine.
const dataDir = join(tmpdir(), name);
mkdirSync(dataDir, { recursive: true });
process.env.DATA_DIR = dataDir;
process.env.SEALING_KEYS = '';
process.env.PUSH_KEYS = '';
process.env.PUSH_LOOPBACK = 'on';
process.env.NEXTAUTH_SECRET = 'a secret of the tests alone, and long enough';
writeFileSync(join(dataDir, 'sealing-keys'), `first:${randomBytes(32).toString('base64')}\n`);
writeFileSync(join(dataDir, 'push-keys'), `${makePushKeys()}\n`);

afterAll(async () => {
  const { db } = await import('@/prisma/client');
  await db.$disconnect();
  await run(dropped);
  rmSync(dataDir, { recursive: true, force: true });
});
