import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { makeApproved, makeProposal, makeTrainingStage, makeVenue, versionOf } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { cancelSession, decideSession } from './decision-commands';
import { listPublishedSessions } from './published/published-queries';
import { findSession } from './queries';
import { cancelSessionInput, decideSessionInput } from './session-inputs';

const stage = await makeTrainingStage();
const { union, official, elsewhere, trainer, courseId, hall } = stage;

type Session = { id: string };
const sent = async (session: Session, over: object) => ({
  sessionId: session.id,
  version: String(await versionOf(session.id)),
  ...over,
});
const approve = async (viewer: Viewer, session: Session) =>
  decideSession(viewer, decideSessionInput.parse(await sent(session, { decision: 'approve' })));
const refuse = async (viewer: Viewer, session: Session, reason = 'Trùng lịch họp xã') =>
  decideSession(viewer, decideSessionInput.parse(await sent(session, { decision: 'refuse', reason })));
const cancel = async (viewer: Viewer, session: Session, reason = 'Mưa lớn, ngập đường') =>
  cancelSession(viewer, cancelSessionInput.parse(await sent(session, { reason })));
const propose = (days: number, from?: string, to?: string, proposedById = trainer.accountId) =>
  makeProposal({ unit: union.khuPho5, courseId, venueId: hall, proposedById }, days, from, to);
const publicIds = async () =>
  (await listPublishedSessions('vi', { from: '2020-01-01', to: '2099-01-01' })).sessions.map(({ id }) => id);

describe('deciding', () => {
  test('the official approves: public at once, with her decision and the trail', async () => {
    const session = await propose(3);
    expect(await publicIds()).not.toContain(session.id);
    expect(await approve(official, session)).toEqual({ ok: true, value: { id: session.id } });
    expect(await publicIds()).toContain(session.id);
    const shown = await findSession(official, session.id);
    expect(shown).toMatchObject({
      state: 'approved',
      decisions: [{ kind: 'approved', decidedBy: official.displayName }],
    });
    expect(await db.auditEntry.count({ where: { subjectId: session.id, action: 'approveSession' } })).toBe(1);
  });

  test('a refusal keeps its reason and never was public', async () => {
    const session = await propose(4);
    expect(await refuse(official, session)).toMatchObject({ ok: true });
    expect(await findSession(trainer, session.id)).toMatchObject({
      state: 'refused',
      decisions: [{ kind: 'refused', reason: 'Trùng lịch họp xã' }],
    });
    expect(await publicIds()).not.toContain(session.id);
  });

  test('trainer, head and viewer decide nothing; another commune’s official finds nothing', async () => {
    const session = await propose(5);
    expect(await approve(trainer, session)).toEqual({ ok: false, problem: 'not-allowed' });
    const head = await makeViewer('sub_association_head', union.khuPho5);
    expect(await refuse(head, session)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await approve(await makeViewer('viewer', union.province), session)).toMatchObject({
      problem: 'not-allowed',
    });
    expect(await approve(elsewhere, session)).toEqual({ ok: false, problem: 'not-found' });
    expect(await cancel(elsewhere, session)).toEqual({ ok: false, problem: 'not-found' });
    expect(await cancel(await makeViewer('editor', union.province), session)).toMatchObject({ problem: 'not-found' });
    expect(await findSession(official, session.id)).toMatchObject({ state: 'proposed' });
  });

  test('decided is decided, and what begun is not approved any more', async () => {
    const session = await propose(6);
    await approve(official, session);
    expect(await refuse(official, session)).toEqual({ ok: false, problem: 'already-decided' });
    expect(await approve(official, await propose(-1))).toEqual({ ok: false, problem: 'already-begun' });
    expect(await refuse(official, await propose(-2))).toMatchObject({ ok: true });
  });

  test('who decides, decides on what she saw', async () => {
    const session = await propose(7);
    const version = String(await versionOf(session.id));
    await db.session.update({ where: { id: session.id }, data: { seats: 10 } });
    const late = decideSessionInput.parse({ sessionId: session.id, version, decision: 'approve' });
    expect(await decideSession(official, late)).toMatchObject({ problem: 'changed-since-read' });
  });

  test('an approval into a taken hall is refused with the session in the way, and stays a proposal', async () => {
    await makeApproved({ unit: union.khuPho6, courseId, venueId: hall }, 8, '13:00', '15:00');
    const session = await propose(8, '14:30', '16:00');
    expect(await approve(official, session)).toMatchObject({
      problem: 'hall-taken',
      detail: { time: '13:00 – 15:00' },
    });
    expect(await findSession(official, session.id)).toMatchObject({ state: 'proposed' });
    expect(await approve(official, await propose(8, '15:00', '16:00'))).toMatchObject({ ok: true });
  });
});

describe('cancelling', () => {
  test('raises the calendar’s sequence and frees the hall', async () => {
    const session = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall }, 9);
    expect(await cancel(official, session)).toMatchObject({ ok: true });
    expect(await db.session.findUnique({ where: { id: session.id } })).toMatchObject({
      state: 'cancelled',
      calendarSequence: 1,
    });
    expect(await approve(official, await propose(9))).toMatchObject({ ok: true });
    expect(await cancel(official, session)).toEqual({ ok: false, problem: 'not-open' });
  });

  test('a trainer takes back her own proposal, not another one and not what was approved', async () => {
    expect(await cancel(trainer, await propose(10))).toMatchObject({ ok: true });
    const others = await makeProposal({ unit: union.khuPho5, courseId, trainerIds: [trainer.personId] }, 11);
    expect(await cancel(trainer, others)).toEqual({ ok: false, problem: 'not-allowed' });
    const approved = await propose(12);
    await approve(official, approved);
    expect(await cancel(trainer, approved)).toEqual({ ok: false, problem: 'not-allowed' });
  });
});

describe('many at once', () => {
  const outcomes = (results: Awaited<ReturnType<typeof approve>>[]) => ({
    won: results.filter(({ ok }) => ok).length,
    problems: results.flatMap((result) => (result.ok ? [] : [result.problem])),
  });

  test('of overlapping proposals for one hall the first approved stands, all others are told which', async () => {
    const sessions = await Promise.all(Array.from({ length: 12 }, (_, i) => propose(40, `14:${10 + i}`, '16:00')));
    const results = await Promise.all(sessions.map((session) => approve(official, session)));
    expect(outcomes(results)).toEqual({ won: 1, problems: Array(11).fill('hall-taken') });
    const winner = await db.session.findFirstOrThrow({
      where: { id: { in: sessions.map(({ id }) => id) }, state: 'approved' },
      select: { startsAt: true },
    });
    const begins = winner.startsAt.toISOString().slice(14, 16);
    for (const result of results)
      if (!result.ok) expect(result.detail).toMatchObject({ seen: 'yes', time: `14:${begins} – 16:00` });
  });

  test('two sessions, each approved by ten at once: one approval, one clash, nobody ends in a deadlock', async () => {
    const trainerIds = [trainer.personId];
    const there = await makeVenue(union.khuPho6, 'Nhà văn hóa khu phố 6');
    const one = await makeProposal({ unit: union.khuPho5, courseId, venueId: hall, trainerIds }, 41);
    const other = await makeProposal(
      { unit: union.khuPho6, courseId, venueId: there, trainerIds },
      41,
      '15:00',
      '17:00',
    );
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => approve(official, i % 2 ? one : other)));
    const { won, problems } = outcomes(results);
    expect(won).toBe(1);
    expect(problems).toContain('trainer-taken');
    for (const name of problems) expect(['trainer-taken', 'already-decided', 'changed-since-read']).toContain(name);
    expect(await db.session.count({ where: { id: { in: [one.id, other.id] }, state: 'approved' } })).toBe(1);
  });
});
