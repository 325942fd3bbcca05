import { type Check, check, inOrder } from '@/domain/condition/check';
import { conditionOf } from '@/domain/condition/condition';
import { readDatabaseFacts } from '@/domain/condition/fact-queries';
import { machineChecks, newMachineChecks, providerCheck } from '@/domain/condition/machine-checks';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { lookAtCertificate } from '@/server/condition/certificate';
import { readKeptFacts } from '@/server/condition/kept-facts';
import { readMachineFacts, wantedMigrations } from '@/server/condition/machine-facts';
import { askAfterProvider, lookAtProvider } from '@/server/condition/provider';
import { nearest, readNewMachine } from './new-machine';

const issuer = env.SIGN_IN_PROVIDER?.issuer;

/** The list of the page of the condition, of the portal that was started with these surroundings. */
export async function checksOfStarted(): Promise<Check[]> {
  await Promise.all([lookAtCertificate(env.PORTAL_URL, env.DATA_DIR), lookAtProvider(issuer, env.DATA_DIR)]);
  const database = await readDatabaseFacts();
  const now = new Date();
  const kept = readKeptFacts(env.DATA_DIR, now);
  return conditionOf({ machine: readMachineFacts(), kept, database, wanted: wantedMigrations() }, now);
}

/** What a machine on which no portal was started lacks, or one whose portal is stopped. Nothing is written there. */
export async function checksOfNew(): Promise<Check[]> {
  const [facts, said] = await Promise.all([
    readNewMachine(env, process.env.DATABASE_URL),
    issuer ? askAfterProvider(issuer) : null,
  ]);
  const machine = readMachineFacts({ ...env, DATA_DIR: nearest(env.DATA_DIR) });
  return inOrder([
    check('settings', 'right'),
    ...newMachineChecks(facts),
    providerCheck(said, machine),
    ...machineChecks(machine, today()),
  ]);
}
