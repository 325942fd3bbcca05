// `node scripts/release/tables.mjs`: brings the tables of DATABASE_URL up to date and lays the ground in an empty database, as a start does, and ends.
import '../ground/node-version.mjs';
import { lookAtDatabase } from '../database/database-look.mjs';
import { migrate } from '../database/migrations.mjs';
import { PlainProblem } from '../ground/problem.mjs';
import { stopChildren } from '../ground/processes.mjs';
import { readSettings } from '../ground/settings.mjs';
import { onStop } from '../ground/signals.mjs';
import { createDisplay } from '../ground/steps.mjs';
import { layGround } from '../portal/demo.mjs';

const display = createDisplay();
onStop(() => stopChildren().then(() => process.exit(130)));
try {
  const { databaseUrl } = readSettings();
  if (!databaseUrl) throw new PlainProblem('Name the database of the portal by DATABASE_URL.');
  await display.step('Database', () => lookAtDatabase(databaseUrl));
  await display.step('Tables', (progress) => migrate(databaseUrl, progress));
  await display.step('Places and courses', (progress) => layGround(databaseUrl, progress));
} catch (error) {
  display.fail(error);
  process.exitCode = 1;
}
