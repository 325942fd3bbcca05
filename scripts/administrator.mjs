// `npm run administrator -- --email … --name …`: the first account of a portal with a database of its own. Reads `.env` like
// every command; what stands in the way is a sentence.
import './ground/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { query } from './database/database.mjs';
import { checkAddress } from './database/database-look.mjs';
import { generateClient } from './database/prisma.mjs';
import { installPackages } from './ground/install.mjs';
import { PlainProblem } from './ground/problem.mjs';
import { ROOT, readSettings } from './ground/settings.mjs';
import { createDisplay } from './ground/steps.mjs';
import { productProgram } from './portal/program.mjs';

const display = createDisplay();

/** @param {{ databaseUrl: string | undefined }} settings */
async function ready({ databaseUrl }) {
  if (!databaseUrl)
    throw new PlainProblem(
      'Name the database of the portal: DATABASE_URL=… npm run administrator (the demonstration has its accounts already).',
    );
  checkAddress(databaseUrl);
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  const [{ present }] = await query(databaseUrl, `SELECT to_regclass('account') IS NOT NULL AS present`);
  if (!present)
    throw new PlainProblem('This database has no tables yet: start the portal once with this DATABASE_URL.');
}

try {
  await ready(readSettings());
  const program = productProgram('scripts/product/administrator.ts');
  const { status } = spawnSync(process.execPath, [...program, ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
} catch (error) {
  display.fail(error);
  process.exit(1);
}
