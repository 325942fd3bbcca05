import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { dayOf } from '@/domain/days/day';
import type { LearnedLevel } from '@/domain/scales/learned-level';
import { db } from '@/prisma/client';
import { createEnrolment } from '@/test/factories/trainings';
import { type Attended, makeAttended, makeOutcomeStage, type OutcomeStage, tap } from '@/test/stages/outcomes';
import { makeMember, makeViewer } from '@/test/union';
import { isSound } from './code';
import { issueCertificates, reissueCertificate, revokeCertificate } from './commands';
import { findCertificate, findPublishedCertificate, listCertificates } from './queries';
import { findSessionCertificates } from './session-queries';

let stage: OutcomeStage;
beforeAll(async () => {
  stage = await makeOutcomeStage();
});

const issue = (viewer: Viewer, { id: sessionId }: { id: string }) => issueCertificates(viewer, { sessionId });
const revoke = (viewer: Viewer, certificateId: string) =>
  revokeCertificate(viewer, { certificateId, reason: 'Ghi nhầm người' });
const ofSession = async ({ id }: { id: string }, viewer = stage.official) =>
  (await findSessionCertificates(viewer, id))?.certificates ?? [];
const learn = (session: Attended, woman: number, levels: LearnedLevel[]) =>
  db.learnedSkill.createMany({
    data: levels.map((level, at) => ({
      enrolmentId: session.women[woman]?.enrolmentId ?? '',
      skillId: stage.skills[at === 0 ? 0 : 1].id,
      level,
    })),
  });

describe('issuing', () => {
  test('one for each who was present or late, with the facts of the session and its union', async () => {
    const session = await makeAttended(stage, { held: true });
    expect(await issue(stage.official, session)).toMatchObject({ ok: true, value: { issued: 2 } });
    const { startsAt } = await db.session.findUniqueOrThrow({ where: { id: session.id }, select: { startsAt: true } });
    const rows = await ofSession(session);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(isSound(row.code)).toBe(true);
      expect(row).toMatchObject({
        topicVi: 'Sử dụng VNeID',
        topicEn: 'Using VNeID',
        hours: 0.8,
        heldOn: dayOf(startsAt),
      });
      expect(row.issuerVi).toBe('Hội Liên hiệp Phụ nữ phường Long Hưng');
      expect(row.holderName).toContain('Nguyễn Thị Học');
    }
    expect(await issue(stage.official, session)).toMatchObject({ ok: true, value: { issued: 0 } });
  });

  test('twenty at once give each woman one', async () => {
    const session = await makeAttended(stage, { held: true, marks: Array(12).fill('present') });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => issue(at % 2 ? stage.official : stage.province, session)),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const counts = await db.certificate.groupBy({
      by: ['enrolmentId'],
      where: { enrolment: { sessionId: session.id } },
      _count: true,
    });
    expect(counts.map(({ _count }) => _count)).toEqual(Array(12).fill(1));
  });

  test('only of a session that was held, and nobody who was absent, whoever writes', async () => {
    const open = await makeAttended(stage);
    expect(await issue(stage.official, open)).toEqual({ ok: false, problem: 'not-held' });
    const session = await makeAttended(stage, { held: true });
    await issue(stage.official, session);
    const [row] = await db.certificate.findMany({ where: { enrolment: { sessionId: session.id } }, take: 1 });
    const { id: _, ...copy } = row ?? expect.unreachable();
    const forAbsent = { ...copy, code: 'X', enrolmentId: session.women[2]?.enrolmentId ?? '' };
    await expect(db.certificate.create({ data: forAbsent })).rejects.toThrow();
    await expect(db.certificate.create({ data: { ...copy, code: 'Y' } })).rejects.toThrow();
  });

  test('as the course asks: every skill of it at the level or better; the others are named to who issues', async () => {
    await db.course.update({ where: { id: stage.course.id }, data: { certificateLevel: 'with_help' } });
    const session = await makeAttended(stage, { held: true, marks: ['present', 'present', 'present'] });
    expect(await issue(stage.official, session)).toEqual({ ok: false, problem: 'nobody-ready' });
    await learn(session, 0, ['alone', 'with_help']);
    await learn(session, 1, ['alone', 'saw_it']);
    await learn(session, 2, ['alone']);
    expect(await findSessionCertificates(stage.official, session.id)).toMatchObject({ ready: 1, asked: 'with_help' });
    expect((await findSessionCertificates(stage.official, session.id))?.short).toHaveLength(2);
    expect(await issue(stage.official, session)).toMatchObject({ value: { issued: 1 } });
    await db.course.update({ where: { id: stage.course.id }, data: { certificateLevel: null } });
  });

  test('a woman without a record of hers gets one under the name she came with', async () => {
    const session = await makeAttended(stage, { held: true, marks: ['present'] });
    const walkIn = await createEnrolment(db, session, { id: await makeMember(stage.union.khuPho5) }, 9);
    await db.enrolment.update({ where: { id: walkIn.id }, data: { personId: null, name: 'Lê Thị Ghé' } });
    await tap(stage.device, session, walkIn, 'late');
    await issue(stage.official, session);
    expect((await ofSession(session)).find(({ personId }) => personId === null)?.holderName).toBe('Lê Thị Ghé');
  });
});

describe('revoking and issuing anew', () => {
  test('a revoked one says since when; issuing the session again gives it back to nobody; the new one stands in its place', async () => {
    const session = await makeAttended(stage, { held: true, marks: ['present'] });
    await issue(stage.official, session);
    const [{ id, code } = expect.unreachable()] = await ofSession(session);
    expect(await findPublishedCertificate(code)).toMatchObject({ topicVi: 'Sử dụng VNeID', revokedOn: null });
    expect(await reissueCertificate(stage.official, { certificateId: id })).toMatchObject({ problem: 'not-revoked' });
    expect(await revoke(stage.official, id)).toMatchObject({ ok: true });
    expect(await findPublishedCertificate(code)).toMatchObject({ revokedOn: dayOf(new Date()), replaced: false });
    expect(await revoke(stage.official, id)).toEqual({ ok: false, problem: 'already-revoked' });
    expect(await issue(stage.official, session)).toMatchObject({ value: { issued: 0 } });

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => reissueCertificate(stage.official, { certificateId: id })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((each) => !each.ok && each.problem === 'already-issued')).toHaveLength(7);
    expect(await findCertificate(stage.official, id)).toMatchObject({
      revokedReason: 'Ghi nhầm người',
      replacedById: expect.any(String),
      may: { print: false, revoke: false, reissue: false },
    });
    expect(await findPublishedCertificate(code)).toMatchObject({ revokedOn: dayOf(new Date()), replaced: true });
    const standing = (await ofSession(session)).filter(({ revokedOn }) => revokedOn === null);
    expect(standing).toHaveLength(1);
    expect(await findPublishedCertificate(standing[0]?.code ?? '')).toMatchObject({ revokedOn: null, replaced: false });
  });

  test('what was said at issue is not rewritten and a revocation not undone, whoever writes', async () => {
    const session = await makeAttended(stage, { held: true, marks: ['present'] });
    await issue(stage.official, session);
    const [{ id } = expect.unreachable()] = await ofSession(session);
    for (const data of [{ hours: 99 }, { topicVi: 'Khác' }, { holderName: 'Người khác' }, { code: 'KHAC' }])
      await expect(db.certificate.update({ where: { id }, data })).rejects.toThrow();
    await revoke(stage.official, id);
    await expect(
      db.certificate.update({ where: { id }, data: { revokedAt: null, revokedById: null } }),
    ).rejects.toThrow();
  });
});

describe('who sees and issues', () => {
  test('the neighbour finds nothing; a trainer and a reader issue nothing; a head sees her own members', async () => {
    const session = await makeAttended(stage, { held: true, marks: ['present', 'present'] });
    expect(await issue(stage.elsewhere, session)).toEqual({ ok: false, problem: 'not-found' });
    expect(await issue(stage.trainer, session)).toEqual({ ok: false, problem: 'not-found' });
    const reader = await makeViewer('viewer', stage.union.longHung);
    for (const viewer of [reader, stage.head])
      expect(await issue(viewer, session)).toEqual({ ok: false, problem: 'not-allowed' });
    await issue(stage.official, session);
    const [{ id } = expect.unreachable(), other] = await ofSession(session);
    const personId = other?.personId ?? '';
    await db.membership.updateMany({ where: { personId }, data: { unitId: stage.union.khuPho6.id } });
    await db.person.update({ where: { id: personId }, data: { keeperUnitId: stage.union.khuPho6.id } });
    expect(await ofSession(session, stage.head)).toHaveLength(1);
    expect(await ofSession(session, reader)).toHaveLength(2);
    expect(await findCertificate(stage.elsewhere, id)).toBeNull();
    expect((await listCertificates(stage.elsewhere, {})).certificates).toEqual([]);
    for (const viewer of [stage.elsewhere, stage.head, reader, stage.trainer])
      expect(await revoke(viewer, id)).toEqual({ ok: false, problem: 'not-found' });
  });

  test('are found by code as it is typed and by name, fifty a page', async () => {
    await issue(stage.official, await makeAttended(stage, { held: true, marks: Array(30).fill('present') }));
    const session = await makeAttended(stage, { held: true, marks: Array(30).fill('present') });
    await issue(stage.official, session);
    const [{ code, holderName } = expect.unreachable()] = await ofSession(session);
    const found = await listCertificates(stage.official, { q: code.toLowerCase().replace(/(.{4})/g, '$1-') });
    expect(found.certificates.map((each) => each.code)).toEqual([code]);
    expect((await listCertificates(stage.official, { q: holderName ?? '' })).certificates.length).toBeGreaterThan(0);
    const first = await listCertificates(stage.official, { state: 'valid' });
    const second = await listCertificates(stage.official, { state: 'valid', after: first.next ?? '' });
    expect(first.certificates).toHaveLength(50);
    expect(second.certificates.some(({ id }) => first.certificates.some((each) => each.id === id))).toBe(false);
  });

  test('the public answer holds no name and nothing of the records', async () => {
    const session = await makeAttended(stage, { held: true, marks: ['present'] });
    await issue(stage.official, session);
    const [{ code } = expect.unreachable()] = await ofSession(session);
    const published = await findPublishedCertificate(code);
    expect(Object.keys(published ?? {}).sort()).toEqual(
      [
        'code',
        'demo',
        'heldOn',
        'hours',
        'issuedOn',
        'issuerEn',
        'issuerVi',
        'replaced',
        'revokedOn',
        'topicEn',
        'topicVi',
      ].sort(),
    );
    expect(await findPublishedCertificate(code.slice(0, -1))).toBeNull();
  });
});
