import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { isId } from '@/domain/id';
import { ok, problem, type Result } from '@/domain/result';
import { transaction } from '@/prisma/client';
import { PRINTED_MAX, type PrintedCertificate } from './certificate';
import { certificatesIssuedWithin, rowSelect, toRow } from './certificate-row';

/** One certificate, or those of a session from the `from`-th on. */
export type PrintAsked = { certificateId: string } | { sessionId: string; from: number };

/**
 * Certificates to be put on paper, at most 120 at once, by who may issue them; with a line in the trail, for names leave
 * with them. Revoked ones and those of erased women are not printed.
 */
export async function printCertificates(
  viewer: Viewer,
  asked: PrintAsked,
): Promise<Result<PrintedCertificate[], 'not-found'>> {
  const ofSession = 'sessionId' in asked;
  const subjectId = ofSession ? asked.sessionId : asked.certificateId;
  if (!isId(subjectId)) return problem('not-found');
  return transaction(async (tx) => {
    const rows = await tx.certificate.findMany({
      where: {
        AND: [
          certificatesIssuedWithin(viewer, 'certificates.issue'),
          { revokedAt: null, holderName: { not: null } },
          ofSession ? { enrolment: { sessionId: subjectId } } : { id: subjectId },
        ],
      },
      orderBy: { id: 'asc' },
      select: {
        ...rowSelect,
        enrolment: { select: { sessionId: true, session: { select: { demo: true, unitId: true } } } },
      },
      skip: ofSession ? asked.from : 0,
      take: PRINTED_MAX,
    });
    if (rows.length === 0) return problem('not-found');
    await record(tx, viewer, {
      verb: 'exported',
      action: 'printCertificates',
      subjectType: ofSession ? 'session' : 'certificate',
      subjectId,
      unitId: rows[0]?.enrolment?.session.unitId ?? null,
      change: { certificates: rows.length },
    });
    return ok(rows.map((row) => ({ ...toRow(row), holderName: row.holderName ?? '' })));
  });
}
