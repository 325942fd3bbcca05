// `npm run bench [name …]`: runs the measurements of bench/, or only the named ones. Each is a program bench/<name>.bench.mjs
// that prints what it measured; see bench/README.md.
import './ground/node-version.mjs';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './ground/install.mjs';
import { launch, stopChildren } from './ground/processes.mjs';
import { ROOT } from './ground/settings.mjs';
import { onStop } from './ground/signals.mjs';
import { createDisplay } from './ground/steps.mjs';

const ENDING = '.bench.mjs';
const display = createDisplay();
const folder = join(ROOT, 'bench');
const present = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith(ENDING))
  .map((name) => name.slice(0, -ENDING.length));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !present.includes(name));

onStop(() => stopChildren().then(() => process.exit(130)));

if (unknown.length > 0) {
  display.line(`There is no measurement ${unknown.join(', ')}. There is: ${present.join(', ') || 'none yet'}.`);
  process.exit(1);
}
if (present.length === 0) display.line('There are no measurements yet. bench/README.md says how one is written.');
else await display.step('Packages', installPackages);

let failed = 0;
for (const name of asked.length > 0 ? asked : present) {
  display.line(`\n${name}`);
  const { ended } = launch(process.execPath, [join(folder, `${name}${ENDING}`)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { code } = await ended;
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
