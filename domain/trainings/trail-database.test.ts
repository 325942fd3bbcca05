import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findRegister } from '@/domain/attendance/register/register-queries';
import { settleAttendance } from '@/domain/attendance/register/settle-commands';
import { issueCertificates, revokeCertificate } from '@/domain/certificates/commands';
import { findSessionCertificates } from '@/domain/certificates/session-queries';
import { enrolMembers } from '@/domain/enrolments/enrol-commands';
import { db } from '@/prisma/client';
import { deliver, makeEnrolled, makePhone, tap } from '@/test/stages/attendance';
import { makeAttended, makeOutcomeStage, type OutcomeStage } from '@/test/stages/outcomes';
import { inDays, makeApproved, versionOf } from '@/test/stages/trainings';
import { makeMember } from '@/test/union';
import { editSession } from './edit-commands';
import { editSessionInput } from './session-inputs';

let stage: OutcomeStage;
beforeAll(async () => {
  stage = await makeOutcomeStage();
});

/** Her entries in the trail about it. */
const trailOf = (viewer: Viewer, subjectId: string) =>
  db.auditEntry.findMany({
    where: { subjectId, actorId: viewer.accountId },
    orderBy: { at: 'asc' },
    select: { action: true, verb: true, subjectType: true, unitId: true, change: true },
    take: 10,
  });
const open = (day: number) =>
  makeApproved({ unit: stage.union.khuPho5, courseId: stage.course.id, trainerIds: [stage.trainer.personId] }, day);

test('a session that is edited keeps who did so and what it says since, and a refused edit leaves nothing', async () => {
  const { id } = await open(30);
  const edit = async (seats: string, version: number) =>
    editSession(
      stage.official,
      editSessionInput.parse({
        sessionId: id,
        version: String(version),
        courseId: stage.course.id,
        unitId: stage.union.khuPho5.id,
        day: inDays(30),
        from: '14:00',
        to: '16:00',
        seats,
        mode: 'unit_meeting',
        audience: 'everyone',
      }),
    );
  const seen = await versionOf(id);
  expect(await edit('45', seen)).toMatchObject({ ok: true });
  expect(await edit('60', seen)).toMatchObject({ problem: 'changed-meanwhile' });
  expect(await trailOf(stage.official, id)).toMatchObject([
    { action: 'editSession', verb: 'changed', subjectType: 'session', change: { seats: 45 } },
  ]);
});

test('members enrolled by an official are named in the trail of the session', async () => {
  const { id } = await open(31);
  const personIds = [await makeMember(stage.union.khuPho5, 'Lê Thị An'), await makeMember(stage.union.khuPho5)];
  await enrolMembers(stage.official, { sessionId: id, personIds });
  expect(await trailOf(stage.official, id)).toMatchObject([
    { action: 'enrolMembers', verb: 'created', subjectType: 'session', change: { seated: 2, personIds } },
  ]);
});

test('a contradiction that is settled keeps who settled it and how, one that is refused nothing', async () => {
  const session = await open(1);
  const [enrolmentId = ''] = await makeEnrolled(stage.union.khuPho5, session.id, 1);
  for (const [viewer, mark] of [
    [stage.trainer, 'present'],
    [stage.official, 'absent'],
  ] as const)
    await deliver(await makePhone(viewer, session.id), [tap(session.id, 1, enrolmentId, mark)]);
  const [line] = (await findRegister(stage.trainer, session.id))?.lines ?? [];
  const lastArrival = line?.lastArrival ?? '';
  const settle = () =>
    settleAttendance(stage.trainer, { sessionId: session.id, enrolmentId, mark: 'late', lastArrival });
  expect(await settle()).toMatchObject({ ok: true });
  expect(await settle()).toMatchObject({ ok: false });
  expect(await trailOf(stage.trainer, enrolmentId)).toMatchObject([
    { action: 'settleAttendance', verb: 'changed', subjectType: 'enrolment', change: { to: 'late' } },
  ]);
});

test('a certificate that is revoked keeps who revoked it, once', async () => {
  const session = await makeAttended(stage, { marks: ['present'], held: true });
  await issueCertificates(stage.official, { sessionId: session.id });
  const [certificate] = (await findSessionCertificates(stage.official, session.id))?.certificates ?? [];
  const certificateId = certificate?.id ?? '';
  const revoke = (viewer: Viewer) => revokeCertificate(viewer, { certificateId, reason: 'Ghi nhầm người' });
  expect(await revoke(stage.elsewhere)).toMatchObject({ ok: false });
  expect(await revoke(stage.official)).toMatchObject({ ok: true });
  expect(await revoke(stage.official)).toMatchObject({ ok: false });
  const revoked = (await trailOf(stage.official, certificateId)).filter(({ action }) => action === 'revokeCertificate');
  expect(revoked).toMatchObject([{ verb: 'ended', subjectType: 'certificate' }]);
  expect(await trailOf(stage.elsewhere, certificateId)).toEqual([]);
});
