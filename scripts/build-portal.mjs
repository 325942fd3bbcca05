// `npm run build`: the portal built for production, as `npm start` does by itself where the sources have changed.
import './node-version.mjs';
import { buildPortal } from './build.mjs';
import { installPackages } from './install.mjs';
import { generateClient } from './prisma.mjs';
import { stopChildren } from './processes.mjs';
import { onStop } from './signals.mjs';
import { createDisplay } from './steps.mjs';

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
