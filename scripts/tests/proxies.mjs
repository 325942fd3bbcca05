import { spawnSync } from 'node:child_process';
import { skipped } from '../ground/steps.mjs';

/** Proxies for which the portal delivers a file, each with what it is asked to see whether a machine has it. */
const ASKED = /** @type {const} */ ({ nginx: ['-v'], caddy: ['version'] });

/** @typedef {keyof typeof ASKED} ProxyName */

const has = (/** @type {string} */ program, /** @type {readonly string[]} */ args) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

const NAMES = /** @type {ProxyName[]} */ (Object.keys(ASKED));

/** Those behind which this machine can show the portal over https: it has them, and makes certificates. */
export const proxiesHere = () => (has('openssl', ['version']) ? NAMES.filter((name) => has(name, ASKED[name])) : []);

/** The step that says behind which proxies journeys go; a server is nothing that tests install. */
export async function lookForProxies() {
  const here = proxiesHere();
  const missing = NAMES.filter((name) => !here.includes(name));
  return missing.length > 0 ? skipped(`not here, so no journey behind it: ${missing.join(', ')}`) : here.join(', ');
}
