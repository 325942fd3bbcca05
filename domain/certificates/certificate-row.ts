import { reach, withinAreas, withinReach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { dayOf, fromDate } from '@/domain/days/day';
import { withoutHead } from '@/domain/outcomes/outcome';
import { personsWithin } from '@/domain/people/person';
import type { Prisma } from '@/prisma/generated/client';
import type { CertificateFacts, CertificateRow } from './certificate';

/** The columns of what stands on the paper. */
export const factsSelect = {
  code: true,
  topicVi: true,
  topicEn: true,
  hours: true,
  heldOn: true,
  issuerVi: true,
  issuerEn: true,
  issuedAt: true,
  revokedAt: true,
} as const;

export const rowSelect = {
  ...factsSelect,
  id: true,
  holderName: true,
  personId: true,
  enrolment: { select: { sessionId: true, session: { select: { demo: true } } } },
} as const;

type Facts = Prisma.CertificateGetPayload<{ select: typeof factsSelect }>;
type Row = Prisma.CertificateGetPayload<{ select: typeof rowSelect }>;

export const toFacts = ({
  code,
  topicVi,
  topicEn,
  issuerVi,
  issuerEn,
  hours,
  heldOn,
  issuedAt,
}: Facts): CertificateFacts => ({
  code,
  topicVi,
  topicEn,
  issuerVi,
  issuerEn,
  hours: hours.toNumber(),
  heldOn: fromDate(heldOn),
  issuedOn: dayOf(issuedAt),
});

export const revokedOnOf = ({ revokedAt }: Pick<Facts, 'revokedAt'>) => revokedAt && dayOf(revokedAt);

export const toRow = ({ id, holderName, personId, enrolment, ...row }: Row): CertificateRow => ({
  ...toFacts(row),
  id,
  holderName,
  personId,
  sessionId: enrolment?.sessionId ?? null,
  revokedOn: revokedOnOf(row),
  demo: enrolment?.session.demo ?? false,
});

/**
 * Certificates the viewer may see, beyond the table of `permissions.ts`: of sessions of units in her reach, and of women
 * she reaches; a head those of her own members only. As a Prisma filter.
 */
export const certificatesWithin = (viewer: Viewer, permission: Permission) => ({
  OR: [
    { enrolment: { session: { unit: withinAreas(reach(withoutHead(viewer), permission)) } } },
    { person: personsWithin(viewer, permission) },
  ],
});

/** Certificates she may take back or issue anew: those of sessions of units in her reach. */
export const certificatesIssuedWithin = (viewer: Viewer, permission: Permission) => ({
  enrolment: { session: { unit: withinReach(viewer, permission) } },
});
