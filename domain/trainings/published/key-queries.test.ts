import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { dropValues, keepNothing, keepValues } from '@/prisma/kept/kept-values';
import { createSession } from '@/test/factories/trainings';
import { decided, inDays, makeCourse, makeProposal } from '@/test/stages/trainings';
import { makeUnion } from '@/test/union';
import { listPublishedSessions } from './published-queries';

const union = await makeUnion();
beforeEach(keepValues);
afterEach(keepNothing);

const listed = async () => {
  const { sessions } = await listPublishedSessions('vi', {
    from: inDays(0),
    to: inDays(30),
    communeId: union.longHung.id,
    limit: 4,
  });
  return sessions;
};
const ids = async () => (await listed()).map(({ id }) => id);

async function approve(day: number): Promise<string> {
  const { id } = await makeProposal({ unit: union.khuPho6, courseId: await makeCourse() }, day);
  await decided(id, 'approved');
  return id;
}

test('what is coming in a commune stands until it is told that a session came; which seats are free is read each time', async () => {
  const first = await approve(3);
  expect(await listed()).toMatchObject([{ id: first, free: 30 }]);
  const second = await approve(2);
  await db.enrolment.create({
    data: { sessionId: first, name: 'Cô Sáu', origin: 'official', state: 'confirmed', seatNo: 1, arrivalNo: 1 },
  });
  expect(await listed()).toMatchObject([{ id: first, free: 29 }]);
  dropValues([`sessions:${union.longHung.id}`]);
  expect(await ids()).toEqual([second, first]);
});

test('one that was cancelled is not listed, even before anybody was told of it', async () => {
  const [cancelled, ...others] = await ids();
  await decided(cancelled ?? '', 'cancelled');
  expect(await ids()).toEqual(others);
});

test('one that ends is listed no longer, though nobody has changed anything', async () => {
  const ends = new Date(Date.now() + 1_500);
  const running = await createSession(db, {
    course: { id: await makeCourse() },
    unit: union.khuPho6,
    mode: 'unit_meeting',
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    endsAt: ends.toISOString(),
  });
  expect(await ids()).toContain(running.id);
  await expect.poll(ids, { timeout: 20_000 }).not.toContain(running.id);
  expect(Date.now()).toBeGreaterThanOrEqual(ends.getTime());
});
