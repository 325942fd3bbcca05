// `npm run test:file -- <path …>`: the tests of some files or folders, with a database where they need one.
import './ground/node-version.mjs';
import { generateClient } from './database/prisma.mjs';
import { installPackages } from './ground/install.mjs';
import { run, stopChildren } from './ground/processes.mjs';
import { onStop } from './ground/signals.mjs';
import { createDisplay } from './ground/steps.mjs';
import { VITEST } from './tests/runners.mjs';
import { startTestDatabase, wipe } from './tests/test-database.mjs';
import { roomFor } from './tests/test-folders.mjs';

const paths = process.argv.slice(2);
const display = createDisplay();
const dataDir = roomFor('test-file');

onStop(() => stopChildren().then(() => process.exit(130)));

if (paths.length === 0) {
  display.line('Say which: npm run test:file -- domain/digital-models/commands.test.ts');
  process.exit(1);
}
try {
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  await wipe(dataDir); // of a run that was killed
  let address = '';
  await display.step('Test database', async () => {
    address = await startTestDatabase(dataDir);
  });
  const { code } = await run(VITEST.program, ['run', ...paths], {
    env: { ...process.env, TEST_DATABASE_URL: address },
    onLine: (line) => display.line(line),
  });
  process.exitCode = code ?? 1;
} catch (error) {
  display.fail(error);
  process.exitCode = 1;
} finally {
  await wipe(dataDir);
}
