import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { ROOT } from '../ground/settings.mjs';

/** What the files say by which the portal is run in containers; an engine that would build them is on few machines. */

const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');
const VERSIONED = /^docker\.io\/library\/[a-z]+:\d+(\.\d+)+-[a-z-]+$/;

/** The instructions of the file, each whole, by the stage they stand in. */
const stages = () => {
  const text = read('deploy/Containerfile')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  /** @type {{ word: string, rest: string }[][]} */
  const found = [];
  for (const line of lines) {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') found.push([]);
    found.at(-1)?.push({ word, rest });
  }
  return found;
};
const said = (/** @type {{ word: string, rest: string }[]} */ stage, /** @type {string} */ word) =>
  stage.filter((one) => one.word === word).map(({ rest }) => rest);

/** @type {Record<string, any>} */
const compose = parse(read('deploy/compose.yaml'));
/** @type {Record<string, any>} */
const services = compose.services;

test('the container is built in one stage and runs from another, both of an image named by its version', () => {
  const [build = [], run = []] = stages();
  assert.equal(stages().length, 2);
  for (const stage of [build, run]) assert.match(said(stage, 'FROM')[0]?.replace(/ AS \w+$/, '') ?? '', VERSIONED);
  assert.deepEqual(
    said(run, 'RUN').filter((line) => /npm|apt|curl|wget|https?:/.test(line)),
    [],
  );
});

test('what is copied is there, or made by the build, and nothing that is kept from others comes along', () => {
  const [build = [], run = []] = stages();
  for (const line of said(build, 'COPY'))
    for (const source of line.split(' ').slice(0, -1)) assert.ok(existsSync(join(ROOT, source)), source);
  const made = said(build, 'RUN')
    .map((line) => /--to (\S+)/.exec(line)?.[1])
    .find(Boolean);
  assert.deepEqual(said(run, 'COPY'), [`--from=build ${made} /portal`]);
  assert.ok(existsSync(join(ROOT, /node (\S+) --to/.exec(said(build, 'RUN').join('\n'))?.[1] ?? 'nowhere')));
  const left = read('.dockerignore').split('\n');
  for (const name of ['.env', '.git', '.data', '.release', 'node_modules', 'deploy/secrets'])
    assert.ok(left.includes(name), name);
});

test('while it is built the registry of packages is asked, and nobody else', () => {
  const [build = []] = stages();
  assert.deepEqual(
    said(build, 'RUN').map((line) => line.split(' ').slice(0, 2).join(' ')),
    ['npm ci', 'node scripts/release/main.mjs'],
  );
});

test('it runs as nobody in particular, writes to its data alone, and is asked for its health by Node', () => {
  const [, run = []] = stages();
  const [user = ''] = said(run, 'USER');
  assert.match(user, /^[1-9]\d+:[1-9]\d+$/);
  assert.ok(run.findIndex(({ word }) => word === 'USER') < run.findIndex(({ word }) => word === 'ENTRYPOINT'));
  assert.deepEqual(said(run, 'VOLUME'), ['/data']);
  assert.match(said(run, 'HEALTHCHECK')[0] ?? '', /CMD \["node", "deploy\/health.mjs"\]/);
  assert.match(read('deploy/health.mjs'), /127\.0\.0\.1:3000\/healthz/);
  assert.deepEqual(JSON.parse(said(run, 'ENTRYPOINT')[0] ?? ''), ['node', 'start.mjs']);
});

test('every service has an image of a version, its health, bounds, no more rights than it needs, and starts behind what it asks', () => {
  assert.deepEqual(Object.keys(services), ['database', 'portal', 'proxy']);
  const { version } = JSON.parse(read('package.json'));
  for (const [name, service] of Object.entries(services)) {
    if (name === 'portal') assert.equal(service.image, `phu-nu-so-dong-nai:${version}`);
    else assert.match(service.image, VERSIONED);
    // podman-compose hands on no word that a shell would read otherwise
    for (const word of service.healthcheck.test) assert.match(word, /^[\w./=-]+$/, name);
    assert.ok(service.mem_limit && service.pids_limit, name);
    assert.deepEqual(service.cap_drop, ['ALL']);
    assert.deepEqual(service.security_opt, ['no-new-privileges:true']);
  }
  assert.equal(services.portal.depends_on.database.condition, 'service_healthy');
  // nginx looks an address up once: another container has another one
  assert.deepEqual(services.proxy.depends_on.portal, { condition: 'service_healthy', restart: true });
  // while the image makes its files, it answers on its socket alone
  assert.ok(services.database.healthcheck.test.includes('--host=127.0.0.1'));
  assert.equal(services.portal.cap_add, undefined);
  assert.ok(services.portal.read_only && services.proxy.read_only);
  assert.match(services.database.image, /postgres:18\./);
});

test('the health of the portal is asked for alike by who reads the image and by who does not', () => {
  const [, run = []] = stages();
  const [, flags = '', words = ''] = /^(.*?)\s+CMD (\[.*\])$/.exec(said(run, 'HEALTHCHECK')[0] ?? '') ?? [];
  const { test: asked, ...often } = services.portal.healthcheck;
  assert.deepEqual(asked, ['CMD', ...JSON.parse(words)]);
  const inImage = [...flags.matchAll(/--([a-z-]+)=(\w+)/g)].map(([, name = '', value]) => [
    name.replace('-', '_'),
    value,
  ]);
  assert.deepEqual(
    Object.fromEntries(Object.entries(often).map(([name, value]) => [name, String(value)])),
    Object.fromEntries(inImage),
  );
});

test('the proxy alone is reached from outside, and the database by the portal alone', () => {
  const published = Object.keys(services).filter((name) => services[name].ports);
  assert.deepEqual(published, ['proxy']);
  assert.deepEqual(services.proxy.ports, ['80:80', '443:443']);
  assert.deepEqual(services.database.networks, ['inside']);
  assert.equal(compose.networks.inside.internal, true);
  assert.deepEqual(services.proxy.networks, ['outside']);
});

test('what is secret comes in files, each of which is named, and stands in no surroundings', () => {
  const used = Object.values(services).flatMap(({ secrets = [] }) =>
    secrets.map((/** @type {any} */ one) => one.source ?? one),
  );
  assert.deepEqual(used.sort(), Object.keys(compose.secrets).sort());
  for (const { file } of Object.values(compose.secrets)) assert.match(file, /^\.\/secrets\//);
  for (const { environment = {} } of Object.values(services))
    for (const [name, value] of Object.entries(environment)) {
      if (/PASSWORD|SECRET|KEY|_URL$/.test(name) && name !== 'PORTAL_URL')
        assert.match(String(value), /^\/run\/secrets\//, name);
    }
});

test('nginx is told every name that its file asks for, and that file is where it is taken from', () => {
  const { environment, volumes } = services.proxy;
  const asked = new Set(
    [...read('deploy/nginx/portal.conf.template').matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name),
  );
  assert.deepEqual([...asked].sort(), Object.keys(environment).sort());
  for (const volume of volumes) assert.ok(existsSync(join(ROOT, 'deploy', volume.split(':')[0])), volume);
  assert.equal(environment.PORTAL_UPSTREAM, 'portal:3000');
});
