// `npm run backup`: the database, media and keys of a portal, whole, sealed, beside one that runs or without one. `--verify` restores it into a
// fresh server afterwards, `--changes` only carries the log away that was closed since.
import '../ground/node-version.mjs';
import { parseArgs } from 'node:util';
import { installPackages } from '../ground/install.mjs';
import { createDisplay } from '../ground/steps.mjs';

const display = createDisplay();
const options = /** @type {const} */ ({
  changes: { type: 'boolean' },
  scheduled: { type: 'boolean' },
  embedded: { type: 'boolean' },
  verify: { type: 'boolean' },
  identity: { type: 'string' },
  from: { type: 'string' },
});

try {
  const { values } = parseArgs({ options });
  // the portal that begins it by itself has its packages
  if (!values.scheduled) await display.step('Packages', installPackages);
  const { backUp } = await import('./command.mjs');
  process.exit(await backUp(values, display));
} catch (error) {
  display.fail(error);
  process.exit(1);
}
