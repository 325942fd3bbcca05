import pg from 'pg';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { listAgenda } from '@/domain/calendar/agenda-queries';
import { listFeedSessions } from '@/domain/calendar/feed-queries';
import { listPublishedAgenda, listPublishedCalendar } from '@/domain/calendar/published-queries';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { decided, inDays, makeApproved, makeCourse, makeProposal, makeTrainingStage } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { listPublishedSessions } from './published/published-queries';
import { listSessions } from './queries';

const { union, official, trainer, courseId } = await makeTrainingStage();
const province = await makeViewer('province_official', union.province);
const here = { unit: union.khuPho5, courseId, trainerIds: [trainer.personId] };
const span = { from: today(), to: inDays(1) };
/** It began 31 days ago but for ten minutes, and ends in so many. */
const lasting = (id: string, minutes: number) => {
  const now = Date.now();
  const startsAt = new Date(now - 31 * 86_400_000 + 600_000);
  return db.session.update({
    where: { id },
    data: { startsAt, endsAt: new Date(now + minutes * 60_000) },
    select: { id: true },
  });
};

describe('what lasts as long as a session can', () => {
  test('is on every list and calendar until it is over; the database refuses a longer one', async () => {
    const { id } = await makeProposal({ unit: union.khuPho5, courseId }, -30);
    await lasting(id, 10);
    await decided(id, 'approved');
    const lists = await Promise.all([
      listSessions(official, { when: 'coming' }).then(({ sessions }) => sessions),
      listSessions(province, { when: 'coming' }).then(({ sessions }) => sessions),
      listPublishedSessions('vi', { ...span, to: inDays(9) }).then(({ sessions }) => sessions),
      listPublishedCalendar('vi'),
      listFeedSessions(official, 'reach'),
      listAgenda(official, span, 9).then(([day]) => day?.shown ?? []),
      listPublishedAgenda('vi', span, 9).then(([day]) => day?.shown ?? []),
    ]);
    expect(lists.map((sessions) => sessions.map((each) => each.id))).toEqual(lists.map(() => [id]));
    expect((await listSessions(official, { when: 'past' })).sessions).toEqual([]);
    const longer = await makeProposal({ unit: union.khuPho5, courseId }, -30);
    await expect(lasting(longer.id, 11)).rejects.toThrow(/check constraint/);
    await db.session.updateMany({ where: { id: { in: [id, longer.id] } }, data: { endsAt: new Date() } });
  });
});

describe('a long list asks the database no more often than a short one', () => {
  afterEach(() => vi.restoreAllMocks());

  const asked = async (read: () => Promise<unknown>) => {
    await read();
    const spy = vi.spyOn(pg.Client.prototype, 'query');
    await read();
    // what a connection is told about its plans asks for nothing
    const count = spy.mock.calls.filter(([sent]) => !String(sent).startsWith('SET plan_cache_mode')).length;
    vi.restoreAllMocks();
    return count;
  };
  const reads = {
    'the public list': () => listPublishedSessions('vi', { from: today(), to: inDays(60) }),
    'the public month': () => listPublishedAgenda('vi', { from: today(), to: inDays(40) }, 3),
    'the public calendar': () => listPublishedCalendar('vi'),
    "a trainer's day": () => listAgenda(trainer, { from: inDays(10), to: inDays(11) }, 20, { own: true }),
    "a trainer's list": () => listSessions(trainer, { when: 'coming' }),
    "the province's month": () => listAgenda(province, { from: today(), to: inDays(40) }, 3),
    "an official's own calendar": () => listFeedSessions(official, 'reach'),
  };

  test('however many sessions, courses and halls there are', async () => {
    await makeApproved(here, 10, '08:00', '09:00');
    const few: number[] = [];
    for (const read of Object.values(reads)) few.push(await asked(read));
    for (let hour = 9; hour < 21; hour++)
      await makeApproved(
        { ...here, courseId: await makeCourse(), unit: hour % 2 ? union.khuPho6 : union.ongHuong },
        10 + (hour % 3),
        `${String(hour).padStart(2, '0')}:00`,
        `${hour + 1}:00`,
      );
    for (const [at, [name, read]] of Object.entries(reads).entries()) expect(await asked(read), name).toBe(few[at]);
    expect(few.every((count) => count > 0)).toBe(true);
  });
});
