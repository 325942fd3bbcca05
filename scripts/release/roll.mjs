// `npm run roll`: has another server take the place of the one at work, which answers what it was asked. `-- --to <folder>` that of another release, whose
// tables are made ready before; `-- --back` that of the release before.
import '../ground/node-version.mjs';
import { randomUUID } from 'node:crypto';
import { chownSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { holderOf } from '../ground/lock.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { readSettings, replace } from '../ground/settings.mjs';
import { createDisplay } from '../ground/steps.mjs';
import { lockFileOf } from '../portal/portal.mjs';
import { answerFile, askedFile, lead } from './rolling.mjs';

const POLL_MS = 100;
const display = createDisplay();

/**
 * What the portal answered to this question; undefined while it has not.
 * @param {string} dataDir
 * @param {string} id
 * @returns {{ folder?: string, link?: string, problem?: string, output?: string } | undefined}
 */
function answerIn(dataDir, id) {
  try {
    const answer = JSON.parse(readFileSync(answerFile(dataDir), 'utf8'));
    return answer.id === id ? answer : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks the command at work, and waits for as long as it lives.
 * @param {string} dataDir
 * @param {{ to?: string | undefined, back?: boolean | undefined }} asked
 */
async function ask(dataDir, asked) {
  const holder = holderOf(lockFileOf(dataDir));
  if (!holder?.address) throw new PlainProblem(`No portal runs in ${dataDir}. Start it.`);
  const id = randomUUID();
  replace(askedFile(dataDir), JSON.stringify({ id, ...asked }));
  const { uid, gid } = statSync(dataDir);
  if (process.getuid?.() === 0) chownSync(askedFile(dataDir), uid, gid); // whoever runs the portal reads it
  process.kill(holder.pid, 'SIGUSR2');
  while (holderOf(lockFileOf(dataDir))?.pid === holder.pid) {
    const answer = answerIn(dataDir, id);
    if (answer?.problem) throw new PlainProblem(answer.problem, answer.output);
    if (answer?.folder) return { folder: answer.folder, link: answer.link };
    await wait(POLL_MS);
  }
  throw new PlainProblem('The portal stopped meanwhile.');
}

try {
  const options = /** @type {const} */ ({ to: { type: 'string' }, back: { type: 'boolean' } });
  const { values } = parseArgs({ options });
  const { dataDir } = readSettings();
  const asked = { to: values.to && resolve(values.to), back: values.back };
  /** @type {string | undefined} */
  let left;
  await display.step('Another server', async () => {
    const { folder, link } = await ask(dataDir, asked);
    left = link && realpathSync(link) !== folder ? lead(link, folder) : undefined;
    return `at work from ${folder}`;
  });
  if (left) display.line(`  ${left}`);
} catch (error) {
  display.fail(error);
  process.exitCode = 1;
}
