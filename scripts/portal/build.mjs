import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../ground/fingerprint.mjs';
import { runOrFail } from '../ground/processes.mjs';
import { isFinished, ROOT } from '../ground/settings.mjs';
import { skipped } from '../ground/steps.mjs';

/** @import { Progress } from '../ground/steps.mjs' */

const MARK = join(ROOT, '.next', 'fingerprint');

export const SOURCES = [
  'app',
  'components',
  'domain',
  'i18n',
  'server',
  'public',
  'prisma/schema',
  'prisma/away.ts',
  'prisma/client.ts',
  'prisma/connections.ts',
  'prisma/kept/frozen.ts',
  'prisma/kept/kept.ts',
  'prisma/kept/kept-parts.ts',
  'prisma/kept/kept-until-written.ts',
  'prisma/kept/kept-values.ts',
  'prisma/kept/snapshot.ts',
  'prisma/kept/turns.ts',
  'prisma/outside.ts',
  'prisma/rounds/reads.ts',
  'prisma/rounds/rounds.ts',
  'prisma/rounds/statement-names.ts',
  'prisma/witness.ts',
  'package.json',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'instrumentation.ts',
  'scripts/ground/machine.mjs',
  'scripts/ground/problem.mjs',
  'scripts/ground/settings.mjs',
  'scripts/portal/compile.mjs',
  'scripts/portal/flags.mjs',
  'scripts/portal/smallest.mjs',
  'scripts/product/day-calendar.mjs',
  'scripts/product/finish-build.mjs',
  'scripts/product/page-workers.mjs',
  'scripts/product/reached-sources.mjs',
];

/** @param {string} fingerprint */
const isBuilt = (fingerprint) => existsSync(MARK) && readFileSync(MARK, 'utf8') === fingerprint;

/**
 * Surroundings in which what is empty is not said: so a portal under test hides what a file `.env` says.
 * @param {NodeJS.ProcessEnv} env
 */
const withoutEmpty = (env) => Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

/**
 * The step that builds the portal for production, Next's part and the server around it, unless the build there is of the sources as they are now.
 * @param {NodeJS.ProcessEnv} env
 * @param {Progress} [progress]
 */
export async function buildPortal(env, progress = () => {}) {
  if (isFinished) return skipped('part of this build');
  const fingerprint = fingerprintOf(SOURCES);
  if (isBuilt(fingerprint)) return skipped('sources unchanged');
  rmSync(MARK, { force: true }); // an interrupted build must not pass for the one before it
  const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
  await runOrFail('The portal could not be built.', process.execPath, [next, 'build'], {
    env: { ...withoutEmpty(env), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    onLine: (line) => void (line.trim() && progress(line.trim())),
  });
  const rest = join(ROOT, 'scripts', 'product', 'finish-build.mjs');
  await runOrFail('The build could not be finished.', process.execPath, [rest], {
    onLine: (line) => void (line.trim() && progress(line.trim())),
  });
  writeFileSync(MARK, fingerprint);
}
