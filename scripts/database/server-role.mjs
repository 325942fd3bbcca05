import { join } from 'node:path';
import { keep, makeSecret } from '../ground/settings.mjs';
import { query } from './database.mjs';

const ROLE = 'portal_server';

/**
 * The address of the embedded database for the running server: its role owns nothing and is no superuser, so that
 * `SET ROLE portal_app` cannot be taken back. Migrations and seeds keep the owner's address.
 * @param {string} ownerUrl
 * @param {string} dataDir
 */
export async function addressForServer(ownerUrl, dataDir) {
  const password = keep(join(dataDir, 'postgres-server-password'), makeSecret);
  const address = new URL(ownerUrl);
  address.username = ROLE;
  address.password = password;
  // a start that writes nothing leaves kept pages as they are (server/still/saved)
  if (!(await isWelcome(address.href))) await makeRole(ownerUrl, password);
  return address.href;
}

/** @param {string} address */
const isWelcome = (address) =>
  query(address, `SELECT pg_has_role('portal_app', 'MEMBER') AS member`).then(
    ([{ member }]) => member,
    () => false,
  );

/**
 * @param {string} ownerUrl
 * @param {string} password
 */
async function makeRole(ownerUrl, password) {
  const [present] = await query(ownerUrl, 'SELECT FROM pg_roles WHERE rolname = $1', [ROLE]);
  // our own secret is made of figures and letters a to f alone
  await query(ownerUrl, `${present ? 'ALTER' : 'CREATE'} ROLE ${ROLE} LOGIN PASSWORD '${password}'`);
  await query(ownerUrl, `GRANT portal_app TO ${ROLE}`);
}
