import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { whyUnfit } from './fits.mjs';
import { copyAsItLies } from './pack.mjs';
import { packInto } from './place.mjs';

const room = realpathSync(mkdtempSync(join(tmpdir(), 'portal-pack-')));
const [project, release] = [join(room, 'sources', 'project'), join(room, 'release')];
after(() => rmSync(room, { recursive: true, force: true }));

function put(/** @type {string} */ file, text = 'hers') {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Packs one file, which is what a release is here. */
const pack = (/** @type {string} */ folder, words = 'packed') =>
  packInto(folder, async (beside) => put(join(beside, 'release.json'), words), project);

const wordsIn = (folder = release) => readFileSync(join(folder, 'release.json'), 'utf8');

beforeEach(() => {
  rmSync(room, { recursive: true, force: true });
  put(join(project, '.next', 'BUILD_ID'));
  put(join(project, 'release.json'));
});

test('a release is put into an empty folder, and another one in its place', async () => {
  mkdirSync(release);
  await pack(release, 'first');
  assert.equal(wordsIn(), 'first');
  await pack(release, 'second');
  assert.equal(wordsIn(), 'second');
  assert.deepEqual(readdirSync(room).sort(), ['release', 'sources']);
});

test('where packing breaks off the former release stays, and the next try is not in its own way', async () => {
  await pack(release, 'first');
  await assert.rejects(packInto(release, () => Promise.reject(new Error('the disk is full')), project));
  assert.equal(wordsIn(), 'first');
  await pack(release, 'second');
  assert.equal(wordsIn(), 'second');
});

test('the project, what it lies in, and a link to it are never removed', async () => {
  const link = join(room, 'link');
  symlinkSync(project, link);
  for (const folder of [project, dirname(project), room, '/', link])
    await assert.rejects(pack(folder), /holds this project/, folder);
  assert.ok(existsSync(join(project, '.next', 'BUILD_ID')));
});

for (const name of ['.git', '.env', '.data'])
  test(`a release that somebody works from stays: it holds ${name}`, async () => {
    await pack(release, 'at work');
    put(join(release, name, 'sealing-keys'));
    await assert.rejects(pack(release), new RegExp(`holds \\${name}`));
    assert.equal(wordsIn(), 'at work');
    assert.equal(readFileSync(join(release, name, 'sealing-keys'), 'utf8'), 'hers');
  });

test('a folder that the packer has not made stays, whatever it looks like: a checkout, a data folder, and one beside of that name', async () => {
  for (const file of ['.next/BUILD_ID', 'release.json', 'sealing-keys']) {
    const folder = join(room, 'hers');
    put(join(folder, file));
    await assert.rejects(pack(folder), /holds something else/, file);
    await assert.rejects(pack(join(folder, file)), /is a file|holds something else/, file);
    assert.equal(readFileSync(join(folder, file), 'utf8'), 'hers');
    rmSync(folder, { recursive: true });
  }
  put(join(`${release}.new`, 'letters'));
  await assert.rejects(pack(release), /\.new holds something else/);
  assert.ok(existsSync(join(`${release}.new`, 'letters')));
});

test('secrets of the machine it is built on do not come along, and what lies beside them does', () => {
  put(join(project, 'deploy', 'secrets', 'settings'));
  put(join(project, 'deploy', 'compose.yaml'));
  put(join(project, 'deploy', 'secrets-of-baking.md'));
  copyAsItLies(release, ['deploy'], project);
  assert.deepEqual(readdirSync(join(release, 'deploy')).sort(), ['compose.yaml', 'secrets-of-baking.md']);
});

test('a finished build does not start with its data in its own folder, named or by a link, and does with it beside', () => {
  const { platform, arch } = process;
  const built = { version: '1', build: 'a', migrations: 1, platform, arch };
  const databaseUrl = 'postgresql://portal@db.invalid/portal';
  const why = (/** @type {string} */ dataDir) => whyUnfit(built, { databaseUrl, dataDir, root: release });
  mkdirSync(join(release, '.data'), { recursive: true });
  symlinkSync(release, join(room, 'current'));
  for (const within of [
    release,
    join(release, '.data'),
    join(room, 'current', '.data'),
    join(room, 'current', 'new', 'data'),
  ])
    assert.match(why(within) ?? '', /lies within the finished build.*DATA_DIR/, within);
  for (const beside of [join(room, 'data'), `${release}-data`]) assert.equal(why(beside), undefined, beside);
  assert.match(whyUnfit(built, { dataDir: join(room, 'data'), root: release }) ?? '', /DATABASE_URL/);
  assert.match(whyUnfit({ ...built, arch: 'vax' }, { databaseUrl, dataDir: room, root: release }) ?? '', /vax/);
});
