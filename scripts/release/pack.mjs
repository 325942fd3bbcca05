import {
  constants,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { migrationsInProject } from '../database/migrations.mjs';
import { RELEASE_FILE, ROOT } from '../ground/settings.mjs';
import { FOR_NODE } from '../portal/compile.mjs';
import { packInto } from './place.mjs';
import { tracedFiles } from './traced.mjs';

const { COPYFILE_FICLONE } = constants;

/** What an operator calls there, and npm's word for it. */
export const COMMANDS = {
  start: 'scripts/start.mjs',
  tables: 'scripts/release/tables.mjs',
  roll: 'scripts/release/roll.mjs',
  doctor: 'scripts/doctor/main.mjs',
  administrator: 'scripts/administrator.mjs',
  backup: 'scripts/backup/main.mjs',
  restore: 'scripts/restore/main.mjs',
  'rotate-keys': 'scripts/rotate-keys.mjs',
  'verify-audit': 'scripts/verify-audit.mjs',
};

/** Programs of the product that these begin: compiled, each for itself. */
const PROGRAMS = [
  ...['administrator', 'after-restore', 'change-keys', 'check-audit', 'say-condition'].map(
    (name) => `scripts/product/${name}.ts`,
  ),
  'prisma/seed/ground.ts',
];

/** What is read as it lies in the project. */
const AS_IT_LIES = [
  '.next',
  '.server',
  'public',
  'prisma/migrations',
  'prisma/seed/guides/texts',
  'prisma/seed/units/former-units.tsv',
  'server/refusals/sorry.html',
  'deploy',
  'docs/operations.md',
  'CHANGELOG.md',
  'LICENSE',
  'SECURITY.md',
];
/** What the build leaves beside it for itself, and secrets of the machine it is built on. */
const LEFT_OUT =
  /^\.next\/(build|cache|dev|types|diagnostics|trace|trace-build|turbopack|required-server-files\.js|node_modules\/esbuild-\w+)(\/|$)|^\.server\/(cache(\/|$)|development-)|^deploy\/secrets(\/|$)|\.nft\.json$/;

/** Files of packages that pages read by a name they put together. */
const READ_BY_NAME = [
  ...['400Regular', '600SemiBold', '700Bold'].map(
    (name) => `node_modules/@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`,
  ),
  'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
];

async function compilePrograms() {
  const { build, stop } = await import('esbuild');
  const outdir = join(ROOT, '.server', 'programs');
  rmSync(outdir, { recursive: true, force: true });
  await build({ ...FOR_NODE, entryPoints: PROGRAMS, outdir, entryNames: '[name]' });
  await stop();
  return outdir;
}

/** @param {string} folder */
const programsIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !/^(threads|workers|cache)\//.test(name))
    .map((name) => join(folder, name));

/**
 * @param {string} folder
 * @param {string} path from the folder of the project
 */
function copy(folder, path) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  copyFileSync(join(ROOT, path), join(folder, path), COPYFILE_FICLONE);
}

/**
 * Copies all that lies under these paths of a project, but what is nobody's to carry.
 * @param {string} folder
 * @param {string[]} paths
 * @param {string} root
 */
export function copyAsItLies(folder, paths, root) {
  const filter = (/** @type {string} */ from) => !LEFT_OUT.test(relative(root, from).split(sep).join('/'));
  // links of Next lead to packages beside, wherever the folder lies
  for (const path of paths)
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      filter,
      verbatimSymlinks: true,
      mode: COPYFILE_FICLONE,
    });
}

/**
 * Next notes where it was built, and needs none of it.
 * @param {string} folder
 */
function forgetHome(folder) {
  const noted = join(folder, '.next', 'required-server-files.json');
  writeFileSync(noted, readFileSync(noted, 'utf8').replaceAll(JSON.stringify(ROOT), '"."'));
}

/** @param {string} folder */
function writeOwnFiles(folder) {
  const { name, version, type, license, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const scripts = Object.fromEntries(Object.entries(COMMANDS).map(([word, file]) => [word, `exec node ${file}`]));
  const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;
  writeFileSync(join(folder, 'package.json'), json({ name, version, private: true, type, license, engines, scripts }));
  writeFileSync(join(folder, 'start.mjs'), "import './scripts/start.mjs';\n");
  const build = readFileSync(join(ROOT, '.next', 'BUILD_ID'), 'utf8').trim();
  const { platform, arch } = process;
  const migrations = migrationsInProject().length;
  // last, so that what was broken off is none
  writeFileSync(join(folder, RELEASE_FILE), json({ version, build, migrations, platform, arch }));
}

/** @param {string} folder */
function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
}

/**
 * Puts all that the built portal runs with into a folder, which needs nothing of this one any more. A former release there goes.
 * @param {string} folder
 */
export async function packRelease(folder) {
  await packInto(folder, async (beside) => {
    await compilePrograms();
    const programs = [...programsIn(join(ROOT, '.server')), ...Object.values(COMMANDS).map((file) => join(ROOT, file))];
    const files = await tracedFiles(programs);
    copyAsItLies(beside, AS_IT_LIES, ROOT);
    forgetHome(beside);
    for (const path of new Set([...files, ...READ_BY_NAME])) copy(beside, path);
    writeOwnFiles(beside);
  });
  return `${Math.round(sizeOf(folder) / 1e6)} MB`;
}
