import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../../scripts/ground/ports.mjs';
import { startProcess } from './processes';

/** A process of the portal as readers reach it. */
export type Reached = { origin: string; stop: () => Promise<void> };

const PROGRAM = process.env.BENCH_NGINX ?? 'nginx';
const hasNginx = () => spawnSync(PROGRAM, ['-v']).status === 0;

/** A process of our own behind nginx as it is delivered; by itself where this machine has none. */
export async function startBehindNginx(surroundings: Record<string, string>): Promise<Reached> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const inFront = hasNginx();
  const name = inFront ? { PORTAL_URL: origin, NEXTAUTH_URL: origin, TRUST_PROXY: 'on' } : {};
  const server = await startProcess({ ...surroundings, ...name });
  const nginx = inFront ? await startNginx(server.origin, port) : null;
  return {
    origin: nginx ? origin : server.origin,
    async stop() {
      server.child.kill('SIGKILL');
      await Promise.all([once(server.child, 'exit'), nginx?.stop()]);
    },
  };
}

async function startNginx(upstream: string, port: number): Promise<Pick<Reached, 'stop'>> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-nginx-'));
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configurationOf(folder, { upstream, port, otherPort: await freePort() }));
  const child = spawn(PROGRAM, ['-c', file, '-e', 'stderr'], { stdio: ['ignore', 'inherit', 'inherit'] });
  await expect.poll(() => isOpen(port), { timeout: 20_000 }).toBe(true);
  return {
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Ports = { upstream: string; port: number; otherPort: number };

/** The delivered file but for its certificate, which a machine under test has none of. */
function configurationOf(folder: string, { upstream, port, otherPort }: Ports): string {
  const values: Record<string, string> = {
    PORTAL_NAME: '127.0.0.1',
    PORTAL_UPSTREAM: new URL(upstream).host,
    HTTP_LISTEN: `127.0.0.1:${otherPort}`,
    HTTPS_LISTEN: `127.0.0.1:${port}`,
    CACHE_FOLDER: join(folder, 'cache'),
  };
  const delivered = readFileSync('deploy/nginx/portal.conf.template', 'utf8')
    .replace(/^ +ssl_.*$/gm, '')
    .replace(/ ssl;$/m, ';')
    .replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => values[name] ?? '');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off; worker_processes 2; pid ${folder}/pid; error_log stderr crit; ${process.getuid?.() === 0 ? 'user root;' : ''}
    events { worker_connections 512; }
    http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')} ${delivered} }`;
}

/** Does anybody listen at this port? */
export const isOpen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
