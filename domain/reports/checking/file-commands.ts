import { createHash } from 'node:crypto';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';

/**
 * Notes that a file of a signed report went out, by its hash alone: whoever holds it can ask whether it is one, also when the portal
 * writes its files in another way by then.
 */
export async function keepReportFile(viewer: Viewer, signingId: string, file: Uint8Array): Promise<void> {
  if (!mayAnywhere(viewer, 'reports.see')) return;
  const sha256 = createHash('sha256').update(file).digest();
  await db.$executeRaw`INSERT INTO report_file (sha256, action_id) SELECT ${sha256}, a.id FROM report_action a
    WHERE a.id = ${signingId}::uuid AND a.kind = 'submitted' ON CONFLICT (sha256) DO NOTHING`;
}
