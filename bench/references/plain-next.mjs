import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../scripts/ground/ports.mjs';
import { runOrFail } from '../../scripts/ground/processes.mjs';
import { ROOT } from '../../scripts/ground/settings.mjs';
import { treeOf } from '../portal/html.mjs';

/** @import { Node } from '../portal/html.mjs' */
/** @import { Contender } from './contender.mjs' */

/** Below the repository, so that it finds the packages that are there. */
const FOLDER = join(ROOT, '.test', 'bench', 'plain-next');
const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
const TRIES = 200;

/** Everything that it holds: a layout, and for each page the elements of the portal's, without a database or a word looked up. */
const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(ROOT)} }, outputFileTracingRoot: ${JSON.stringify(ROOT)} };`,
  'app/layout.js': 'export default ({ children }) => <html lang="vi"><body>{children}</body></html>;',
};
const PAGE = `
import { createElement } from 'react';
import tree from './tree.json';
export const dynamic = 'force-dynamic';
const drawn = (node) => typeof node === 'string' ? node : createElement(node[0], node[1], ...node[2].map(drawn));
export default () => <>{tree.map((node, key) => <div key={key}>{drawn(node)}</div>)}</>;
`;

/** React has other ideas of these; a page costs the same without. */
const LEFT_OUT = /^(style|value|checked|selected|on\w+)$/i;

/**
 * @param {Node} node
 * @returns {Node}
 */
function drawable(node) {
  if (typeof node === 'string') return node;
  const [name, attributes, children] = node;
  const kept = Object.entries(attributes).filter(([attribute]) => !LEFT_OUT.test(attribute));
  return [name, Object.fromEntries(kept), children.map(drawable)];
}

/**
 * Builds and starts a Next that draws, at /0, /1 and so on, pages of the same elements as these.
 * @param {string[]} pages their HTML
 * @returns {Promise<Contender>}
 */
export async function startPlainNext(pages) {
  rmSync(FOLDER, { recursive: true, force: true });
  const put = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(join(FOLDER, path, '..'), { recursive: true });
    writeFileSync(join(FOLDER, path), text);
  };
  for (const [path, text] of Object.entries(FILES)) put(path, text);
  for (const [at, html] of pages.entries()) {
    put(`app/${at}/page.js`, PAGE);
    put(`app/${at}/tree.json`, JSON.stringify(treeOf(html).map(drawable)));
  }
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await runOrFail('The plain Next could not be built.', process.execPath, [NEXT, 'build'], { cwd: FOLDER, env });
  const port = await freePort();
  const args = [NEXT, 'start', '--hostname', '127.0.0.1', '--port', String(port)];
  const server = spawn(process.execPath, args, { cwd: FOLDER, env, stdio: 'ignore' });
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/0`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let tries = 0; tries < TRIES && !(await isUp()); tries++) await wait(100);
  return {
    name: 'plain Next',
    host: '127.0.0.1',
    port,
    roots: [server.pid ?? 0],
    stop: async () => void server.kill(),
  };
}
