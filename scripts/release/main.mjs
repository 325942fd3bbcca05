// `npm run build [-- --to <folder> --tar]`: the portal built for production, and all that it runs with in one folder that is carried to other machines:
// `node start.mjs` there. `--tar` makes one file of it as well.
import '../ground/node-version.mjs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateClient } from '../database/prisma.mjs';
import { installPackages } from '../ground/install.mjs';
import { stopChildren } from '../ground/processes.mjs';
import { ROOT } from '../ground/settings.mjs';
import { onStop } from '../ground/signals.mjs';
import { createDisplay } from '../ground/steps.mjs';
import { buildPortal } from '../portal/build.mjs';

const display = createDisplay();
onStop(() => stopChildren().then(() => process.exit(130)));
try {
  const options = /** @type {const} */ ({ to: { type: 'string' }, tar: { type: 'boolean' } });
  const { values } = parseArgs({ options });
  const folder = resolve(values.to ?? join(ROOT, '.release', 'portal'));
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  await display.step('Build', (progress) => buildPortal(process.env, progress));
  const { packRelease } = await import('./pack.mjs');
  await display.step('Release', () => packRelease(folder));
  const { packTar } = await import('./tar.mjs');
  if (values.tar) await display.step('One file', () => packTar(folder, `${folder}.tar.gz`));
  display.line(`\n  ${values.tar ? `${folder}.tar.gz` : folder}`);
} catch (error) {
  display.fail(error);
  process.exitCode = 1;
}
