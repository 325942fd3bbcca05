// `npm run bench [-- name …]`: runs the measurements below bench/, or only the named ones, and puts their tables together.
// Each is a program <name>.bench.mjs; bench/README.md says what it measures.
import './ground/node-version.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { installPackages } from './ground/install.mjs';
import { takeLock } from './ground/lock.mjs';
import { keepNotesIn, launch, stopChildren, stopLeftovers } from './ground/processes.mjs';
import { openDataDir, ROOT } from './ground/settings.mjs';
import { onStop } from './ground/signals.mjs';
import { createDisplay } from './ground/steps.mjs';

const ENDING = '.bench.mjs';
const FOLDER = join(ROOT, '.test', 'bench');
/** In this order: what is needed soonest first, what takes longest or changes most last. */
const ROOMS = ['readers', 'officials', 'database', 'process', 'growth'];

const display = createDisplay();
/** Every measurement by its name, with its program. */
const present = new Map(
  ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, 'bench', room))
      .filter((name) => name.endsWith(ENDING))
      .map((name) => [basename(name, ENDING), join(ROOT, 'bench', room, name)]),
  ),
);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !present.has(name));

/** Stops and removes what measurements left behind, also one that was killed; what BENCH_DATA keeps is kept. */
async function tidyUp() {
  const { wipe } = await import('./tests/test-database.mjs');
  const data = join(FOLDER, 'data');
  for (const name of existsSync(data) ? readdirSync(data) : []) await wipe(join(data, name));
  rmSync(FOLDER, { recursive: true, force: true });
}

/** The tables of all that were measured just now, as bench/README.md shows them. */
function tables() {
  const folder = join(FOLDER, 'figures');
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

if (unknown.length > 0) {
  display.line(`There is no measurement ${unknown.join(', ')}. There is: ${[...present.keys()].join(', ')}.`);
  process.exit(1);
}
onStop(() => stopChildren().then(() => process.exit(130)));

mkdirSync(join(ROOT, '.test'), { recursive: true });
const releaseLock = await takeLock(join(ROOT, '.test', 'bench.lock'), { purpose: 'npm run bench runs' }).catch(
  (error) => {
    display.fail(error);
    return process.exit(1); // tidying up would take the other run's databases away
  },
);
await display.step('Packages', installPackages);
await tidyUp();
openDataDir(FOLDER);
await stopLeftovers(join(FOLDER, 'processes'));
keepNotesIn(join(FOLDER, 'processes'));

const red = [];
for (const [name, program] of present) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  display.line(`\n${name}`);
  const { code } = await launch(process.execPath, [program], { stdio: ['ignore', 'inherit', 'inherit'] }).ended;
  if (code !== 0) red.push(name);
}
const file = join(ROOT, '.test', 'bench.md');
writeFileSync(file, tables());
await tidyUp();
releaseLock();
display.line(`\nThe tables lie in ${file}.`);
display.line(
  red.length === 0 ? 'Every goal was reached, or it is said why not.' : `Missed, without a reason: ${red.join(', ')}.`,
);
process.exit(red.length === 0 ? 0 : 1);
