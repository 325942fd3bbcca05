import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { passesMidnight } from '@/domain/days/lasting';
import { idInput } from '@/domain/id';
import { type LearnedLevel, learnedLevels } from '@/domain/scales/learned-level';
import { prose } from '@/domain/texts/text';

const HOUR_MS = 3_600_000;

/** The facts that the hours of a session depend on. */
export type Taught = { startsAt: Date; endsAt: Date; allDay: boolean };

/**
 * Hours as certificates, passports and figures say them, to one decimal: the session's own, as long as women sat
 * there, or else its course's. The same stands in `domain/outcomes/reach-queries.ts` in SQL, as a test shows.
 */
export function hoursOf({ startsAt, endsAt, allDay }: Taught, courseMinutes: number): number {
  const hasHours = !allDay && !passesMidnight({ startsAt, endsAt });
  const hours = hasHours ? (endsAt.getTime() - startsAt.getTime()) / HOUR_MS : courseMinutes / 60;
  return Math.max(0.1, Math.round(hours * 10) / 10);
}

/** Whether she reached what the course asks in every skill of it; a course that asks nothing asks to be there. */
export const reaches = (
  asked: LearnedLevel | null,
  skillIds: readonly string[],
  levels: Readonly<Record<string, LearnedLevel>>,
) =>
  asked === null ||
  skillIds.every((id) => {
    const level = levels[id];
    return level !== undefined && learnedLevels.indexOf(level) >= learnedLevels.indexOf(asked);
  });

type UnitName = { level: string; kind: string | null; name: string };

/**
 * The issuer: the union of the commune, or of the province, in both languages. The words of the paper, fixed at
 * issue.
 */
export function issuerOf({ level, kind, name }: UnitName): { issuerVi: string; issuerEn: string } {
  if (level === 'province') return { issuerVi: `Hội Liên hiệp Phụ nữ ${name}`, issuerEn: `Women’s Union of ${name}` };
  const [vi, en] =
    kind === 'ward' ? ['phường', 'Ward'] : kind === 'special_zone' ? ['đặc khu', 'Special Zone'] : ['xã', 'Commune'];
  return { issuerVi: `Hội Liên hiệp Phụ nữ ${vi} ${name}`, issuerEn: `Women’s Union of ${name} ${en}` };
}

export const issueInput = z.object({ sessionId: idInput });
export const revokeInput = z.object({ certificateId: idInput, reason: prose(3, 500) });
export type RevokeInput = z.output<typeof revokeInput>;
export const reissueInput = z.object({ certificateId: idInput });

/** The facts on the paper. */
export type CertificateFacts = {
  code: string;
  topicVi: string;
  topicEn: string;
  hours: number;
  heldOn: Day;
  issuerVi: string;
  issuerEn: string;
  issuedOn: Day;
};

/** The facts that everybody may ask by the code: never the holder. */
export type PublishedCertificate = CertificateFacts & {
  revokedOn: Day | null;
  /** another one was issued in its place */
  replaced: boolean;
  demo: boolean;
};

/** Ready to be printed. */
export type PrintedCertificate = CertificateFacts & { holderName: string; demo: boolean };

export type CertificateRow = CertificateFacts & {
  id: string;
  /** null: erased at her wish */
  holderName: string | null;
  personId: string | null;
  sessionId: string | null;
  revokedOn: Day | null;
  demo: boolean;
};

export type CertificateRecord = CertificateRow & {
  issuedBy: string;
  revokedBy: string | null;
  revokedReason: string | null;
  /** the one issued in its place, and the one it stands for */
  replacedById: string | null;
  replacesId: string | null;
  may: { print: boolean; revoke: boolean; reissue: boolean };
};

/** The women of a session and their certificates: how it stands, before and after issuing. */
export type SessionCertificates = {
  asked: LearnedLevel | null;
  certificates: CertificateRow[];
  /** would get one now */
  ready: number;
  /** were there, and have not reached what the course asks */
  short: string[];
  held: boolean;
  may: { issue: boolean; print: boolean };
};

/** So many certificates are printed in one file. */
export const PRINTED_MAX = 120;
