// `npm run drill [-- backup --members 40000 --seconds 240] [-- kills --writes 20000 --kills 20] [-- forms --members 2000 --forms 2000
// --blows 5]`: what must hold when things break, tried in a scratch place; every drill where none is named.
import '../ground/node-version.mjs';
import { parseArgs } from 'node:util';
import { generateClient } from '../database/prisma.mjs';
import { installPackages } from '../ground/install.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { stopChildren } from '../ground/processes.mjs';
import { onStop } from '../ground/signals.mjs';
import { createDisplay } from '../ground/steps.mjs';

/** @typedef {import('../ground/steps.mjs').Display} Display */
/** @typedef {{ members: number, seconds: number, writes: number, kills: number, forms: number, blows: number }} Size */

/** @type {Record<string, () => Promise<(size: Size, display: Display) => Promise<boolean>>>} */
const DRILLS = {
  backup: async () => (await import('./backup.mjs')).drillBackup,
  rolling: async () => (await import('./rolling.mjs')).drillRolling,
  kills: async () => (await import('./kills.mjs')).drillKills,
  forms: async () => (await import('./forms.mjs')).drillForms,
};

const display = createDisplay();
onStop(() => stopChildren().then(() => process.exit(130)));
try {
  const options = /** @type {const} */ ({
    members: { type: 'string' },
    seconds: { type: 'string' },
    writes: { type: 'string' },
    kills: { type: 'string' },
    forms: { type: 'string' },
    blows: { type: 'string' },
  });
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const unknown = positionals.filter((name) => !(name in DRILLS));
  if (unknown.length > 0)
    throw new PlainProblem(`There is no drill ${unknown.join(', ')}. There is: ${Object.keys(DRILLS).join(', ')}.`);
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  const size = {
    members: Number(values.members ?? 40_000),
    seconds: Number(values.seconds ?? 240),
    writes: Number(values.writes ?? 20_000),
    kills: Number(values.kills ?? 20),
    forms: Number(values.forms ?? 2_000),
    blows: Number(values.blows ?? 5),
  };
  let held = true;
  for (const [name, load] of Object.entries(DRILLS))
    if (positionals.length === 0 || positionals.includes(name)) held = (await (await load())(size, display)) && held;
  process.exit(held ? 0 : 1);
} catch (error) {
  display.fail(error);
  process.exit(1);
}
