// `npm run build`: the portal built for production, as `npm start` does by itself where the sources have changed.
import './ground/node-version.mjs';
import { generateClient } from './database/prisma.mjs';
import { installPackages } from './ground/install.mjs';
import { stopChildren } from './ground/processes.mjs';
import { onStop } from './ground/signals.mjs';
import { createDisplay } from './ground/steps.mjs';
import { buildPortal } from './portal/build.mjs';

const display = createDisplay();
onStop(() => stopChildren().then(() => process.exit(130)));
try {
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  await display.step('Build', (progress) => buildPortal(process.env, progress));
} catch (error) {
  display.fail(error);
  process.exitCode = 1;
}
