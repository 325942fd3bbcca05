import { randomInt } from 'node:crypto';
import { may, mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { dayOf, toDate } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { findOutcomeSession } from '@/domain/outcomes/queries';
import { ok, problem, type Result } from '@/domain/result';
import { holdSessions } from '@/domain/session-writes';
import { refusal, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { type Attended, type AttendedSession, findAttended } from './attended';
import type { RevokeInput } from './certificate';
import { hoursOf, issuerOf } from './certificate';
import { certificatesIssuedWithin } from './certificate-row';
import { ALPHABET, CHANCE_LENGTH, codeOf } from './code';

export type IssueProblem = 'not-found' | 'not-allowed' | 'not-held' | 'nobody-ready';
export type CertificateProblem =
  | 'not-found'
  | 'not-allowed'
  | 'already-revoked'
  | 'not-revoked'
  | 'already-issued'
  | 'not-there';

const newCode = () => codeOf(Array.from({ length: CHANCE_LENGTH }, () => randomInt(ALPHABET.length)));

/**
 * Issues a certificate to every woman who was at a session that was held, has reached what its course asks and never had
 * one. However often and however many at once: one for each (`issued` counts the new ones).
 */
export async function issueCertificates(
  viewer: Viewer,
  { sessionId }: { sessionId: string },
): Promise<Result<{ id: string; issued: number }, IssueProblem>> {
  const session = await findOutcomeSession(viewer, sessionId);
  if (!session || !mayAnywhere(viewer, 'certificates.see')) return problem('not-found');
  if (!may(viewer, 'certificates.issue', session.facts.unitPath)) return problem('not-allowed');
  return transaction(async (tx) => {
    const held = (await holdSessions(tx, [sessionId], 'decision')).get(sessionId);
    if (held?.state !== 'held') return problem('not-held');
    const { session: taught, women } = await findAttended(tx, sessionId);
    const ready = women.filter(({ hasOne, reached }) => !hasOne && reached);
    if (ready.length === 0)
      return women.some(({ hasOne }) => hasOne) ? ok({ id: sessionId, issued: 0 }) : problem('nobody-ready');
    await tx.certificate.createMany({ data: ready.map((woman) => rowFor(viewer, taught, woman)) });
    await record(tx, viewer, {
      verb: 'created',
      action: 'issueCertificates',
      subjectType: 'session',
      subjectId: sessionId,
      unitId: session.unitId,
      change: { issued: ready.length },
    });
    return ok({ id: sessionId, issued: ready.length });
  });
}

/** The row of a certificate, from the records as they stand now. */
function rowFor(viewer: Viewer, session: AttendedSession, { enrolmentId, personId, name }: Attended) {
  const words = (locale: string) => session.texts.find((text) => text.locale === locale)?.title;
  const topicVi = words('vi') ?? session.code;
  return {
    code: newCode(),
    enrolmentId,
    personId,
    holderName: name,
    topicVi,
    topicEn: words('en') ?? topicVi,
    hours: hoursOf(session, session.minutes),
    heldOn: toDate(dayOf(session.startsAt)),
    ...issuerOf(session.issuer),
    issuedAt: new Date(),
    issuedById: viewer.accountId,
  };
}

/** Takes a certificate back with the reason: its code then says since when it no longer holds. It is not given back. */
export async function revokeCertificate(
  viewer: Viewer,
  { certificateId, reason }: RevokeInput,
): Promise<Result<{ id: string }, CertificateProblem>> {
  return transaction(async (tx) => {
    const found = await lockCertificate(tx, viewer, certificateId, 'certificates.revoke');
    if (!found) return problem('not-found');
    if (found.revokedAt) return problem('already-revoked');
    const data = { revokedAt: new Date(), revokedById: viewer.accountId, revokedReason: reason };
    await tx.certificate.update({ where: { id: certificateId }, data, select: { id: true } });
    await trail(tx, viewer, 'ended', 'revokeCertificate', found);
    return ok({ id: certificateId });
  });
}

/**
 * Issues a new certificate in the place of one that was revoked, with a code of its own and what the records say now.
 * Once: a second one is told (`already-issued`).
 */
export async function reissueCertificate(
  viewer: Viewer,
  { certificateId }: { certificateId: string },
): Promise<Result<{ id: string }, CertificateProblem>> {
  try {
    return await transaction(async (tx) => {
      const found = await lockCertificate(tx, viewer, certificateId, 'certificates.issue');
      if (!found) return problem('not-found');
      if (!found.revokedAt) return problem('not-revoked');
      const { session, women } = await findAttended(tx, found.sessionId, found.enrolmentId);
      const [woman] = women;
      if (!woman) return problem('not-there');
      const data = { ...rowFor(viewer, session, woman), replacesId: certificateId };
      const { id } = await tx.certificate.create({ data, select: { id: true } });
      await trail(tx, viewer, 'created', 'reissueCertificate', { ...found, id });
      return ok({ id });
    });
  } catch (error) {
    if (['one_certificate', 'replaced_once'].includes(refusal(error) ?? '')) return problem('already-issued');
    throw error;
  }
}

type Found = { id: string; revokedAt: Date | null; enrolmentId: string; sessionId: string; unitId: string };

async function lockCertificate(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  permission: 'certificates.revoke' | 'certificates.issue',
): Promise<Found | null> {
  if (!isId(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM certificate WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.certificate.findFirst({
    where: { AND: [{ id }, certificatesIssuedWithin(viewer, permission)] },
    select: {
      revokedAt: true,
      enrolment: { select: { id: true, sessionId: true, session: { select: { unitId: true } } } },
    },
  });
  if (!row?.enrolment) return null;
  const { id: enrolmentId, sessionId, session } = row.enrolment;
  return { id, revokedAt: row.revokedAt, enrolmentId, sessionId, unitId: session.unitId };
}

const trail = (tx: Transaction, viewer: Viewer, verb: 'created' | 'ended', action: string, { id, unitId }: Found) =>
  record(tx, viewer, { verb, action, subjectType: 'certificate', subjectId: id, unitId });
