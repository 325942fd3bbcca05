import type { Viewer } from '@/domain/access/viewer';
import type { Transaction } from '@/prisma/transaction';
import type { SignInput } from '../report';
import { signingSteps } from './signing';

/** Writes down who asks, when and which figures she saw, and has it done now; false where one waits already. */
export async function askForSigning(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  { version, seen }: SignInput,
): Promise<boolean> {
  const asked = await tx.$executeRaw`
    INSERT INTO report_signing (id, report_id, asked_at, asked_by_id, seen_version, seen)
    VALUES (app.uuid7(), ${reportId}::uuid, clock_timestamp(), ${viewer.accountId}::uuid, ${version}::int, ${seen})
    ON CONFLICT (report_id) WHERE state = 'waiting' DO NOTHING`;
  await tx.job.updateMany({ where: { name: 'signings', running: false }, data: { dueAt: new Date() } });
  return asked > 0;
}

/** Ends it with the signature, in the transaction that writes this; false where it was cancelled, or somebody else has done it. */
export async function endSigning(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.reportSigning.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'signed', stepsDone: signingSteps.length, endedAt: new Date() },
  });
  return count > 0;
}
