import { issueCertificates, revokeCertificate } from '@/domain/certificates/commands';
import { recogniseInstructor } from '@/domain/certificates/qualification-commands';
import { findCertificate } from '@/domain/certificates/queries';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createSkill } from '@/test/factories/trainings';
import { write } from '@/test/factories/write';
import { makeAttended, makeOutcomeStage } from '@/test/stages/outcomes';
import { makeMember } from '@/test/union';
import { type AttemptStage, type Attempts, done } from '../attempt';

export function certificatesAttempts({ union, province }: AttemptStage): Attempts<'certificates'> {
  const made = makeOutcomeStage();
  const held = async () => makeAttended(await made, { unit: union.khuPho5, marks: ['present'], held: true });
  const certificate = async () => {
    const { id: sessionId } = await held();
    await issueCertificates(province, { sessionId });
    return (await db.certificate.findFirstOrThrow({ where: { enrolment: { sessionId } }, select: { id: true } })).id;
  };
  const skill = createSkill(db).then(async ({ id }) => {
    await db.skill.update({ where: { id }, data: { neededToInstruct: true }, select: { id: true } });
    return id;
  });
  return {
    'certificates.see': async (viewer) => (await findCertificate(viewer, await certificate())) !== null,
    'certificates.issue': async (viewer) => done(await issueCertificates(viewer, { sessionId: (await held()).id })),
    'certificates.revoke': async (viewer) =>
      done(await revokeCertificate(viewer, { certificateId: await certificate(), reason: 'Ghi nhầm người' })),
    'certificates.qualify': async (viewer) => {
      const personId = await makeMember(union.khuPho5);
      const row = { person_id: personId, skill_id: await skill, mark: 'alone', marked_on: '2026-01-01', version: 1 };
      await write(db, [['person_skill', row]]);
      return done(await recogniseInstructor(viewer, { personId, from: today() }));
    },
  };
}
