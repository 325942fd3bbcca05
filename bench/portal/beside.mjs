import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressForServer } from '../../scripts/database/server-role.mjs';
import { freePort } from '../../scripts/ground/ports.mjs';
import { sealingKeysOf } from '../../scripts/ground/sealing-keys.mjs';
import { openDataDir, readSettings } from '../../scripts/ground/settings.mjs';
import { serverEnvironment, startServer } from '../../scripts/portal/server.mjs';
import { PASSWORD } from './demonstrations.mjs';

/** @import { Ground } from './ground.mjs' */

/**
 * A second front over the same database, started as the start command starts the first one.
 * @param {Ground} portal
 * @param {Record<string, string>} more surroundings
 */
export async function startBeside({ dataDir, databaseUrl, host }, more) {
  const port = await freePort();
  const settings = { ...readSettings(), host, port, dataDir: join(dataDir, 'beside'), portalUrl: undefined };
  openDataDir(settings.dataDir);
  const found = {
    databaseUrl: await addressForServer(databaseUrl, dataDir),
    secret: readFileSync(join(dataDir, 'secret'), 'utf8').trim(),
    demo: true,
    password: PASSWORD,
    development: false,
  };
  const env = {
    ...serverEnvironment(settings, found),
    SEALING_KEYS: sealingKeysOf(dataDir),
    DATABASE_PATIENCE: '6',
    ...more,
  };
  const server = await startServer(settings, env, { hear: () => {}, say: () => {} });
  return { host, port, base: `http://${host}:${port}`, stop: () => server.stop() };
}
