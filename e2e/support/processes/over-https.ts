import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../../scripts/ground/ports.mjs';
import type { ProxyName } from '../../../scripts/tests/proxies.mjs';
import { isOpen } from './nginx';
import { startProcess } from './processes';
import { temporaryFolder } from './temporary';

type Ports = { upstream: string; port: number; other: number };

/** A process of the portal behind a proxy as it is delivered, over https with a certificate that nobody trusts. */
export async function startOverHttps(proxy: ProxyName, surroundings: Record<string, string>) {
  const [port, other] = [await freePort(), await freePort()];
  const origin = `https://127.0.0.1:${port}`;
  const server = await startProcess({
    ...surroundings,
    PORTAL_URL: origin,
    NEXTAUTH_URL: origin,
    TRUST_PROXY: 'on',
  });
  const folder = temporaryFolder(proxy);
  const names = namesFor(folder, { upstream: new URL(server.origin).host, port, other });
  const child = spawn(proxy, PROGRAMS[proxy](folder, names), {
    env: { ...process.env, ...names, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: 'ignore',
  });
  await expect.poll(() => isOpen(port), { timeout: 20_000 }).toBe(true);
  return {
    origin,
    async stop() {
      for (const each of [child, server.child]) each.kill(each === child ? 'SIGTERM' : 'SIGKILL');
      await Promise.all([once(child, 'exit'), once(server.child, 'exit')]);
    },
  };
}

/** What the delivered files take from their surroundings. */
function namesFor(folder: string, { upstream, port, other }: Ports): Record<string, string> {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  expect(spawnSync('openssl', [...made, ...name, '-keyout', key, '-out', certificate]).status).toBe(0);
  return {
    PORTAL_UPSTREAM: upstream,
    CERTIFICATE: certificate,
    CERTIFICATE_KEY: key,
    PORTAL_NAME: `127.0.0.1:${port}`,
    HTTP_LISTEN: `127.0.0.1:${other}`,
    HTTP_PORT: String(other),
    HTTPS_LISTEN: `127.0.0.1:${port}`,
    CACHE_FOLDER: join(folder, 'cache'),
  };
}

/** How each proxy is started with its delivered file. */
const PROGRAMS: Record<ProxyName, (folder: string, names: Record<string, string>) => string[]> = {
  caddy: () => ['run', '--config', 'deploy/caddy/Caddyfile', '--adapter', 'caddyfile'],
  nginx: (folder, names) => {
    const delivered = readFileSync('deploy/nginx/portal.conf.template', 'utf8').replace(
      /\$\{([A-Z_]+)\}/g,
      (_, name: string) => (name === 'PORTAL_NAME' ? '127.0.0.1' : (names[name] ?? '')),
    );
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    );
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    const file = join(folder, 'nginx.conf');
    writeFileSync(
      file,
      `daemon off; pid ${folder}/pid; error_log stderr crit; ${user} events { worker_connections 512; }
       http { access_log off; ${temporary.join(' ')} ${delivered} }`,
    );
    return ['-c', file, '-e', 'stderr'];
  },
};
