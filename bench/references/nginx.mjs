import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../scripts/ground/ports.mjs';
import { ROOT } from '../../scripts/ground/settings.mjs';

/** @import { Copy } from './copies.mjs' */
/** @import { Contender } from './contender.mjs' */

/** The program: that of the system, or the one named here. */
const PROGRAM = process.env.BENCH_NGINX ?? 'nginx';
const FOLDER = join(ROOT, '.test', 'bench', 'nginx');
const TRIES = 100;

export const hasNginx = () => spawnSync(PROGRAM, ['-v']).status === 0;

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('$', '')}"`;

/**
 * One file for each page, with what the portal says in its head: the same bytes, read from where the system keeps them.
 * @param {Copy} copy
 * @param {number} at
 */
function locationOf({ path, fields, body }, at) {
  writeFileSync(join(FOLDER, 'pages', String(at)), body);
  const typed = fields.find(([name]) => /^content-type$/i.test(name))?.[1] ?? 'text/html';
  const others = fields.filter(([name]) => !/^(content-type|etag)$/i.test(name));
  const lines = others.map(([name, value]) => `add_header ${name} ${quoted(value)};`).join(' ');
  // a location knows no query: of pages that differ by theirs, only one can be compared
  return `location = ${path.split('?')[0]} { types {} default_type ${quoted(typed)}; ${lines} try_files /${at} =404; }`;
}

/**
 * @param {number} port
 * @param {Copy[]} copies
 */
const configuration = (port, copies) => `
daemon off; worker_processes 1; pid ${FOLDER}/pid; error_log stderr crit; ${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=4096; server_tokens off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${FOLDER}/temp;`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${FOLDER}/pages; ${copies.map(locationOf).join('\n')} }
}`;

/** @param {number} port */
const answers = (port) =>
  new Promise((/** @type {(whether: boolean) => void} */ resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/**
 * Starts an nginx of one worker with the same bytes; undefined where there is none on this machine.
 * @param {Copy[]} copies
 * @returns {Promise<Contender | undefined>}
 */
export async function startNginx(copies) {
  if (!hasNginx()) return undefined;
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(join(FOLDER, 'pages'), { recursive: true });
  const port = await freePort();
  const file = join(FOLDER, 'nginx.conf');
  writeFileSync(file, configuration(port, copies));
  const server = spawn(PROGRAM, ['-c', file, '-e', 'stderr'], { stdio: ['ignore', 'inherit', 'inherit'] });
  for (let tries = 0; tries < TRIES && server.exitCode === null && !(await answers(port)); tries++) await wait(20);
  if (server.exitCode !== null) throw new Error('nginx could not be started.');
  const stop = async () => void server.kill('SIGQUIT');
  return { name: 'nginx', host: '127.0.0.1', port, roots: [server.pid ?? 0], stop };
}
