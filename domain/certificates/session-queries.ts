import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { findOutcomeSession } from '@/domain/outcomes/queries';
import { PEOPLE_MAX } from '@/domain/outcomes/there';
import { db } from '@/prisma/client';
import { findAttended } from './attended';
import type { SessionCertificates } from './certificate';
import { certificatesWithin, rowSelect, toRow } from './certificate-row';

/**
 * The certificates of a session, who would get one now and who has not reached what the course asks; one that was revoked
 * is issued anew singly. Null: not hers to see.
 */
export async function findSessionCertificates(viewer: Viewer, sessionId: string): Promise<SessionCertificates | null> {
  const session = await findOutcomeSession(viewer, sessionId);
  if (!session || !may(viewer, 'certificates.see', session.facts.unitPath)) return null;
  const [{ asked, women }, certificates] = await Promise.all([
    findAttended(db, sessionId),
    db.certificate.findMany({
      where: { AND: [{ enrolment: { sessionId } }, certificatesWithin(viewer, 'certificates.see')] },
      orderBy: { id: 'asc' },
      select: rowSelect,
      take: PEOPLE_MAX,
    }),
  ]);
  const without = women.filter(({ hasOne }) => !hasOne);
  const issue = may(viewer, 'certificates.issue', session.facts.unitPath);
  return {
    asked,
    certificates: certificates.map(toRow),
    ready: without.filter(({ reached }) => reached).length,
    // names beyond her own members are for those who issue
    short: issue ? without.filter(({ reached }) => !reached).map(({ name }) => name) : [],
    held: session.facts.state === 'held',
    may: { issue, print: issue && certificates.some(({ revokedAt, holderName }) => !revokedAt && holderName) },
  };
}
