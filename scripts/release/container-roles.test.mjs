import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'yaml';
import { ensureDatabase, query } from '../database/database.mjs';
import { lookAtDatabase } from '../database/database-look.mjs';
import { migrate } from '../database/migrations.mjs';
import { databaseAddress, startPostgres, stopPostgres } from '../database/postgres.mjs';
import { placeOf, removeCluster } from '../database/postgres-place.mjs';
import { openDataDir, ROOT } from '../ground/settings.mjs';

/** @import { Place } from '../database/postgres-place.mjs' */

const dataDir = join(ROOT, '.test', 'container-roles');
const database = parse(readFileSync(join(ROOT, 'deploy', 'compose.yaml'), 'utf8')).services.database;
/** @type {Place} */
let place;
/** @type {Record<'postgres' | 'portal' | 'portal_server', string>} */
let as;

/** The statements of the file, as `psql` sends them once it has read the passwords. */
function statements() {
  const words = readFileSync(join(ROOT, 'deploy', 'postgres', 'roles.sql'), 'utf8');
  return words.replace(/^\\.*$/gm, '').replace(/:'(\w+)_password'/g, (_, whose) => `'${whose} s own'`);
}

before(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  openDataDir(dataDir);
  place = placeOf(dataDir, { durable: false });
  await startPostgres(place);
  const keeper = databaseAddress(place, 'postgres');
  await ensureDatabase(keeper, 'portal');
  const address = databaseAddress(place, 'portal');
  const of = (/** @type {string} */ username, /** @type {string} */ password) =>
    Object.assign(new URL(address), { username, password }).href;
  as = {
    postgres: address,
    portal: of('portal', 'owner s own'),
    portal_server: of('portal_server', 'server s own'),
  };
  // the last of them leaves nobody here who may look at roles
  const [most = '', last = ''] = statements().split(/(?=ALTER ROLE postgres)/);
  assert.match(last, /^ALTER ROLE postgres PASSWORD NULL;\s*$/);
  await query(address, most);
});

after(async () => {
  await stopPostgres(place);
  removeCluster(place);
  rmSync(dataDir, { recursive: true, force: true });
});

test('the file is run by the image for its superuser, and reads what is laid before it', () => {
  assert.equal(database.environment.POSTGRES_USER, 'postgres');
  assert.ok(
    database.volumes.some((/** @type {string} */ one) => /roles\.sql:\/docker-entrypoint-initdb\.d\//.test(one)),
  );
  const words = readFileSync(join(ROOT, 'deploy', 'postgres', 'roles.sql'), 'utf8');
  const read = [...words.matchAll(/cat \/run\/secrets\/([a-z-]+)/g)].map(([, name]) => name);
  assert.deepEqual(
    read.filter((name) => !database.secrets.includes(name)),
    [],
  );
});

test('a password of the server that could not be read is said before anybody is made', async () => {
  const [first = ''] = statements().replaceAll('server s own', '').split('CREATE ROLE', 1);
  await assert.rejects(query(as.postgres, first), { message: /secrets\/server-password is empty/ });
});

test('the owner brings the tables up, and is no superuser: neither is whom the server connects as, who owns nothing', async () => {
  await lookAtDatabase(as.portal);
  await migrate(as.portal);
  const roles = await query(
    as.postgres,
    `SELECT rolname AS name, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS may_more
     FROM pg_roles WHERE rolname LIKE 'portal%' ORDER BY 1`,
  );
  assert.deepEqual(
    roles.map(({ name, may_more }) => [name, may_more]),
    [
      ['portal', false],
      ['portal_app', false],
      ['portal_server', false],
    ],
  );
  const [{ owned }] = await query(
    as.postgres,
    `SELECT count(*)::int AS owned FROM pg_class WHERE relowner = 'portal_server'::regrole`,
  );
  assert.equal(owned, 0);
});

test('the server reads what the portal may, and can neither change a table nor become its owner', async () => {
  const server = new URL(as.portal_server);
  server.searchParams.set('options', '-c role=portal_app');
  const [{ who }] = await query(server.href, 'SELECT current_user AS who, count(*) FROM unit');
  assert.equal(who, 'portal_app');
  for (const sql of ['DROP TABLE throttle', 'ALTER TABLE audit_entry DISABLE TRIGGER ALL', 'SET ROLE portal'])
    await assert.rejects(query(as.portal_server, sql), /must be owner|permission denied/, sql);
});
