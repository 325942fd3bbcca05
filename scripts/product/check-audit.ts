import { env } from '@/domain/ground/env';
import { checkAudit } from '@/server/audit-check';

/** Goes through the audit trail of DATABASE_URL, with the anchors of DATA_DIR; says what it found, and ends with 1 if anything is wrong. */
const { length, anchors, wrong } = await checkAudit(env.DATABASE_URL, env.DATA_DIR);
process.stdout.write(
  `${length} entries, held against ${anchors} anchors: ${wrong.length === 0 ? 'whole' : 'NOT whole'}\n`,
);
for (const sentence of wrong) process.stdout.write(`  ${sentence}\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
