import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { decided, inDays, makeApproved, makeCourse, makeProposal, makeTrainer } from '@/prisma/test-trainings';
import { makeUnion, type TestUnion } from '@/prisma/test-union';
import {
  findPublishedSession,
  listPublishedCalendar,
  listPublishedSessions,
  listPublishedSessionsOfWeek,
} from './published-queries';

let union: TestUnion;
let courseId: string;
let mai: Viewer & { personId: string };
let hoa: Viewer & { personId: string };
const all: Record<string, { id: string; slug: string }> = {};

beforeAll(async () => {
  union = await makeUnion();
  courseId = await makeCourse('Sử dụng VNeID', 'vneid');
  mai = await makeTrainer(union.longHung, 'Trần Thị Mai');
  hoa = await makeTrainer(union.trangDai, 'Lê Thị Hoa');
  const here = { unit: union.khuPho5, courseId };
  const there = { unit: union.ongHuong, courseId };
  all.waiting = await makeProposal({ ...here, proposedById: mai.accountId }, 2);
  all.others = await makeProposal(here, 3);
  all.approved = await makeApproved({ ...here, trainerIds: [mai.personId] }, 4);
  all.refused = await makeProposal(here, 5);
  await decided(all.refused.id, 'refused');
  all.taughtByHoa = await makeProposal({ ...here, trainerIds: [hoa.personId] }, 6);
  all.thereWaiting = await makeProposal(there, 2);
  all.thereApproved = await makeApproved(there, 4);
  all.cancelled = await makeApproved(here, 7);
  await decided(all.cancelled.id, 'cancelled');
  all.takenBack = await makeProposal(here, 8);
  await decided(all.takenBack.id, 'cancelled');
  all.held = await makeApproved(here, -3);
  await decided(all.held.id, 'held');
});

const namesOf = (sessions: { id: string }[]) =>
  sessions.flatMap(({ id }) => Object.keys(all).filter((name) => all[name]?.id === id)).sort();
describe('what everyone sees', () => {
  const span = { from: inDays(-30), to: inDays(30) };

  test('approved sessions from today on, with seats that are free and no name of anyone', async () => {
    await db.enrolment.create({
      data: {
        sessionId: all.approved?.id ?? '',
        name: 'Cô Sáu',
        origin: 'official',
        state: 'confirmed',
        seatNo: 1,
        arrivalNo: 1,
      },
    });
    await db.enrolment.create({
      data: { sessionId: all.approved?.id ?? '', name: 'Cô Bảy', origin: 'official', state: 'waiting', arrivalNo: 2 },
    });
    const { sessions, next } = await listPublishedSessions('vi', span);
    expect(namesOf(sessions)).toEqual(['approved', 'thereApproved']);
    expect(next).toBeNull();
    const shown = sessions.find(({ id }) => id === all.approved?.id);
    expect(shown).toMatchObject({ seats: 30, free: 29, course: { code: 'vneid' }, commune: { name: 'Long Hưng' } });
    expect(JSON.stringify(sessions)).not.toMatch(/Mai|Sáu|Bảy/);
  });

  test('narrowed by commune, course and days, and in the other language', async () => {
    const ofLongHung = await listPublishedSessions('en', {
      ...span,
      communeId: union.longHung.id,
      courseCode: 'vneid',
    });
    expect(ofLongHung.sessions.map(({ course }) => course.title)).toEqual(['Sử dụng VNeID (en)']);
    expect((await listPublishedSessions('vi', { ...span, courseCode: 'ocop' })).sessions).toEqual([]);
    expect((await listPublishedSessions('vi', { from: inDays(5), to: inDays(30) })).sessions).toEqual([]);
    expect((await listPublishedSessions('vi', { from: inDays(0), to: inDays(4) })).sessions).toEqual([]);
    expect(await listPublishedSessionsOfWeek('vi', 1)).toHaveLength(1);
  });

  test('one page for what is or was public; a proposal has none, whatever became of it', async () => {
    const found = async (name: string) => Boolean(await findPublishedSession('vi', all[name]?.slug ?? ''));
    for (const name of ['approved', 'held', 'cancelled']) expect(await found(name), name).toBe(true);
    for (const name of ['waiting', 'refused', 'takenBack']) expect(await found(name), name).toBe(false);
    expect(await findPublishedSession('vi', all.cancelled?.slug ?? '')).toMatchObject({ state: 'cancelled' });
  });

  test('the calendar keeps a cancelled session with its raised sequence', async () => {
    const calendar = await listPublishedCalendar('vi', union.longHung.id);
    expect(namesOf(calendar)).toEqual(['approved', 'cancelled', 'held']);
    expect(calendar.find(({ id }) => id === all.cancelled?.id)).toMatchObject({ calendarSequence: 1 });
    expect(namesOf(await listPublishedCalendar('vi'))).toContain('thereApproved');
  });
});
