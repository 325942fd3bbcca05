import { may, mayAnywhere, pathOf, spanToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { behindId, pageOf, rowsOfKeys } from '@/domain/page';
import { searchKey } from '@/domain/texts/clean-text';
import { db } from '@/prisma/client';
import type { CertificateRecord, CertificateRow, PublishedCertificate } from './certificate';
import { certificatesWithin, factsSelect, revokedOnOf, rowSelect, toFacts, toRow } from './certificate-row';
import { isSound, readCode } from './code';

const PAGE = 50;

export type CertificateFilter = {
  /** a code, or words of the name on the paper */
  q?: string | undefined;
  state?: 'valid' | 'revoked' | undefined;
  /** the last certificate of the page before */
  after?: string | undefined;
};

/** Certificates the viewer may see, the newest first, fifty a page. */
export async function listCertificates(
  viewer: Viewer,
  { q = '', state, after }: CertificateFilter,
): Promise<{ certificates: CertificateRow[]; next: string | null }> {
  if (!mayAnywhere(viewer, 'certificates.see')) return { certificates: [], next: null };
  const keys = db.certificate.findMany({
    where: {
      AND: [
        certificatesWithin(viewer, 'certificates.see'),
        asked(q),
        state ? { revokedAt: state === 'revoked' ? { not: null } : null } : {},
        behindId(after, 'desc'),
      ],
    },
    orderBy: { id: 'desc' },
    select: { id: true },
    take: PAGE + 1,
  });
  const rows = await rowsOfKeys(keys, (ids, take) =>
    db.certificate.findMany({ where: { id: { in: ids } }, select: rowSelect, take }),
  );
  const { page, next } = pageOf(rows, PAGE);
  const certificates = page.map(toRow);
  return { certificates, next };
}

function asked(q: string) {
  const code = readCode(q);
  if (isSound(code)) return { code };
  const words = searchKey(q)
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&');
  if (!words) return {};
  const named = { searchKey: { contains: words } };
  return { OR: [{ person: named }, { enrolment: named }] };
}

/** One certificate with how it came about; null when there is none or the viewer may not see it. */
export async function findCertificate(viewer: Viewer, certificateId: string): Promise<CertificateRecord | null> {
  if (!isId(certificateId)) return null;
  const row = await db.certificate.findFirst({
    where: { AND: [{ id: certificateId }, certificatesWithin(viewer, 'certificates.see')] },
    select: {
      ...rowSelect,
      revokedReason: true,
      replacesId: true,
      issuedBy: { select: { displayName: true } },
      revokedBy: { select: { displayName: true } },
      certificates: { select: { id: true }, take: 1 },
      enrolment: {
        select: {
          sessionId: true,
          erasedOn: true,
          session: { select: { demo: true, unit: { select: { unitSpans: spanToday() } } } },
        },
      },
    },
  });
  if (!row) return null;
  const path = row.enrolment ? pathOf(row.enrolment.session.unit) : '';
  const replacedById = row.certificates[0]?.id ?? null;
  const revoked = row.revokedAt !== null;
  const known = row.holderName !== null;
  return {
    ...toRow(row),
    issuedBy: row.issuedBy.displayName,
    revokedBy: row.revokedBy?.displayName ?? null,
    revokedReason: row.revokedReason,
    replacesId: row.replacesId,
    replacedById,
    may: {
      print: !revoked && known && may(viewer, 'certificates.issue', path),
      revoke: !revoked && may(viewer, 'certificates.revoke', path),
      reissue: revoked && !replacedById && row.enrolment?.erasedOn === null && may(viewer, 'certificates.issue', path),
    },
  };
}

/**
 * What everybody may ask by a code: topic, hours, day, issuer, since when it is revoked and whether another replaced
 * it. Never its holder: whoever has the paper compares. Null when nothing bears the code.
 */
export async function findPublishedCertificate(code: string): Promise<PublishedCertificate | null> {
  if (!isSound(code)) return null;
  const row = await db.certificate.findUnique({
    where: { code },
    select: {
      ...factsSelect,
      certificates: { select: { id: true }, take: 1 },
      enrolment: { select: { session: { select: { demo: true } } } },
    },
  });
  if (!row) return null;
  const { certificates, enrolment } = row;
  const replaced = certificates.length > 0;
  return { ...toFacts(row), revokedOn: revokedOnOf(row), replaced, demo: enrolment?.session.demo ?? false };
}
