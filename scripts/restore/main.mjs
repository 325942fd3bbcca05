// `npm run restore -- [--from <backup>] [--to "2026-11-29 16:05"] [--into <data folder>] [--identity <file>] [--keys-identity <file>]
// [--up-to-gap]`: puts a backup back; what lay there is set aside. Of another server: `--files-into <folder>`, then `--settle`.
import '../ground/node-version.mjs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateClient } from '../database/prisma.mjs';
import { installPackages } from '../ground/install.mjs';
import { ROOT, readSettings } from '../ground/settings.mjs';
import { runCommand } from '../portal/command.mjs';

const options = /** @type {const} */ ({
  from: { type: 'string' },
  to: { type: 'string' },
  into: { type: 'string' },
  identity: { type: 'string' },
  'keys-identity': { type: 'string' },
  'up-to-gap': { type: 'boolean' },
  'files-into': { type: 'string' },
  settle: { type: 'boolean' },
});
const { values } = parseArgs({ options });
const { dataDir: own } = readSettings();
// the folder of backups stays that of the portal, wherever its data are put
process.env.BACKUP_DIR ||= resolve(own, 'backups');
const key = resolve(ROOT, values.identity ?? resolve(own, 'backup-key'));
if (values['files-into']) values['files-into'] = resolve(values['files-into']);
if (values.into) process.env.DATA_DIR = resolve(ROOT, values.into);

await runCommand('a backup is put back', async (settings, display) => {
  await display.step('Packages', installPackages);
  await display.step('Prisma client', generateClient);
  const { restore } = await import('./command.mjs');
  await restore({ ...values, key }, settings, display);
});
