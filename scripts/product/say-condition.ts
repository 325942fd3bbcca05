import { type Check, inOrder, mustAct } from '@/domain/condition/check';
import { conditionOf } from '@/domain/condition/condition';
import { readDatabaseFacts } from '@/domain/condition/fact-queries';
import { machineChecks, newMachineChecks } from '@/domain/condition/machine-checks';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { checkWords } from '@/i18n/condition/check-words';
import { lookAtCertificate } from '@/server/condition/certificate';
import { readKeptFacts } from '@/server/condition/kept-facts';
import { readMachineFacts, wantedMigrations } from '@/server/condition/machine-facts';
import { lookAtProvider } from '@/server/condition/provider';
import { nearest, readNewMachine } from './new-machine';

const marks = { act: '✖', look: '!', fine: '✔' } as const;
const asked = process.argv.slice(2);
const locale = asked.includes('--vi') ? 'vi' : 'en';

/** The list of the page of the condition, of the portal that was started with these surroundings. */
async function ofStarted(): Promise<Check[]> {
  await Promise.all([
    lookAtCertificate(env.PORTAL_URL, env.DATA_DIR),
    lookAtProvider(env.SIGN_IN_PROVIDER?.issuer, env.DATA_DIR),
  ]);
  const database = await readDatabaseFacts();
  const now = new Date();
  const kept = readKeptFacts(env.DATA_DIR, now);
  return conditionOf({ machine: readMachineFacts(), kept, database, wanted: wantedMigrations() }, now);
}

/** What a machine on which no portal was started lacks, or one whose portal is stopped. */
async function ofNew(): Promise<Check[]> {
  const facts = await readNewMachine(env, process.env.DATABASE_URL);
  const machine = readMachineFacts({ ...env, DATA_DIR: nearest(env.DATA_DIR) });
  return inOrder([...newMachineChecks(facts), ...machineChecks(machine, today())]);
}

const checks = await (asked.includes('started') ? ofStarted() : ofNew());
const lines = checks.map((check) => ({ check: check.name, weight: check.weight, ...checkWords(locale, check) }));
if (asked.includes('--json')) process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`);
else
  for (const { weight, name, says, next } of lines)
    process.stdout.write(`  ${marks[weight]} ${name}: ${says}${next ? `\n      → ${next}` : ''}\n`);
process.exit(mustAct(checks) ? 1 : 0);
