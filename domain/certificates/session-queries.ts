import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { LearnedLevel } from '@/domain/outcomes/outcome';
import { findOutcomeSession } from '@/domain/outcomes/queries';
import { db } from '@/prisma/client';
import { reaches, type SessionCertificates } from './certificate';
import { certificatesWithin, rowSelect, toRow } from './certificate-row';

const PEOPLE_MAX = 2000;
const SKILLS_MAX = 40;

/** The certificates of a session, who would get one now and who has not reached what the course asks; null: not hers to see. */
export async function findSessionCertificates(viewer: Viewer, sessionId: string): Promise<SessionCertificates | null> {
  const session = await findOutcomeSession(viewer, sessionId);
  if (!session || !may(viewer, 'certificates.see', session.facts.unitPath)) return null;
  const [course, certificates, waiting] = await Promise.all([
    db.course.findUniqueOrThrow({
      where: { id: session.courseId },
      select: { certificateLevel: true, courseSkills: { select: { skillId: true }, take: SKILLS_MAX } },
    }),
    db.certificate.findMany({
      where: { AND: [{ enrolment: { sessionId } }, certificatesWithin(viewer, 'certificates.see')] },
      orderBy: { id: 'asc' },
      select: rowSelect,
      take: PEOPLE_MAX,
    }),
    withoutCertificate(sessionId),
  ]);
  const skillIds = course.courseSkills.map(({ skillId }) => skillId);
  const issue = may(viewer, 'certificates.issue', session.facts.unitPath);
  const isReady = ({ levels }: Waiting) => reaches(course.certificateLevel, skillIds, levels);
  return {
    asked: course.certificateLevel,
    certificates: certificates.map(toRow),
    ready: waiting.filter(isReady).length,
    // names beyond her own members are for those who issue
    short: issue ? waiting.filter((row) => !isReady(row)).map(({ name }) => name) : [],
    held: session.facts.state === 'held',
    may: { issue, print: issue && certificates.some(({ revokedAt, holderName }) => !revokedAt && holderName) },
  };
}

type Waiting = { name: string; levels: Record<string, LearnedLevel> };

/** Women who were there and never had a certificate of this session; one that was revoked is issued anew singly. */
async function withoutCertificate(sessionId: string): Promise<Waiting[]> {
  const rows = await db.attendance.findMany({
    where: {
      sessionId,
      mark: { in: ['present', 'late'] },
      enrolment: { erasedOn: null, state: { not: 'merged' }, certificates: { none: {} } },
    },
    select: {
      enrolment: {
        select: {
          name: true,
          person: { select: { fullName: true } },
          learnedSkills: { select: { skillId: true, level: true }, take: SKILLS_MAX },
        },
      },
    },
    take: PEOPLE_MAX,
  });
  return rows.map(({ enrolment: { name, person, learnedSkills } }) => ({
    name: person?.fullName ?? name ?? '',
    levels: Object.fromEntries(learnedSkills.map(({ skillId, level }) => [skillId, level])),
  }));
}
