// `npm start` and `npm run dev`: the whole portal from a fresh clone, and again in seconds. Nothing but Node itself is there at
// the first start, so nothing from npm is imported before the packages are installed.
import './ground/node-version.mjs';
import { readSettings } from './ground/settings.mjs';
import { onStop } from './ground/signals.mjs';
import { createDisplay } from './ground/steps.mjs';
import { DEMO_ACCOUNTS } from './portal/demo.mjs';
import { Portal } from './portal/portal.mjs';

const PINO_WARNING = 40;
/** npm passes Ctrl-C on although the terminal sent it to us already: only one that comes later is meant as "at once". */
const SECOND_THOUGHT_MS = 1_500;

const development = process.argv.includes('--dev');
const display = createDisplay();
/** @type {Portal | undefined} */
let portal;
/** @type {number | undefined} */
let stoppingSince;

/**
 * A line of the server, shown at a terminal only where it deserves attention; everything is in the log file.
 * @param {string} line
 */
function hear(line) {
  const level = line.startsWith('{') ? Number(/"level":(\d+)/.exec(line)?.[1]) : Number.NaN;
  if (process.stdout.isTTY && !development && level < PINO_WARNING) return;
  display.line(line);
}

/** @param {number} code */
async function stop(code) {
  if (stoppingSince) {
    if (Date.now() - stoppingSince > SECOND_THOUGHT_MS) process.exit(1); // the next start tidies up
    return;
  }
  stoppingSince = Date.now();
  if (code === 0) display.line('\nStopping the portal and its database …');
  await portal?.close();
  if (code === 0) display.line('Stopped.');
  process.exit(code);
}

/**
 * @param {{ address: string, password: string | undefined }} ready
 * @param {number} since
 */
function welcome({ address, password }, since) {
  const lines = ['', `Phụ nữ số Đồng Nai is ready at ${address}  (${((Date.now() - since) / 1000).toFixed(1)} s)`, ''];
  if (password) {
    lines.push(`Demonstration accounts, all with the password  ${password}`);
    for (const [email, role] of DEMO_ACCOUNTS) lines.push(`  ${email.padEnd(23)} ${role}`);
    lines.push('');
  }
  display.line([...lines, 'Ctrl-C stops everything.'].join('\n'));
}

onStop(() => stop(0));
// `npm run roll`
process.on('SIGUSR2', () => portal?.roll().catch((error) => display.fail(error)));

const since = Date.now();
try {
  portal = new Portal(readSettings(), display, { development, hear });
  welcome(await portal.open(), since);
} catch (error) {
  if (!stoppingSince) {
    display.fail(error);
    await stop(1);
  }
}
