import { expect, test } from 'vitest';
import { instantAt, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { deliver, makeEnrolled, makePhone, tap } from '@/test/stages/attendance';
import { decided, makeApproved, makeTrainer, makeTrainingStage } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { listToday } from './today-queries';

const { union, official, elsewhere, trainer, courseId } = await makeTrainingStage();
const wish = { unit: union.khuPho5, courseId, trainerIds: [trainer.personId] };
/** Today from its first minute to its last: it goes on, whenever this runs. */
const allDay = { startsAt: instantAt(today(), '00:01'), endsAt: instantAt(today(), '23:59') };

test('her classes of today come first, then those that nobody has marked or reported; of others she sees none', async () => {
  const marked = await makeApproved(wish, -2);
  const [woman = ''] = await makeEnrolled(union.khuPho5, marked.id, 2);
  const unmarked = await makeApproved(wish, -1);
  const ofToday = await makeApproved(wish, 1);
  await db.session.update({ where: { id: ofToday.id }, data: allDay, select: { id: true } });
  const reported = await makeApproved(wish, -3);
  await decided(reported.id, 'held');
  await makeApproved(wish, 2);
  await makeApproved({ unit: union.khuPho5, courseId }, -1, '16:00', '17:00'); // not hers
  await deliver(await makePhone(trainer, marked.id), [tap(marked.id, 1, woman)]);

  expect(await listToday(trainer)).toMatchObject([
    { id: ofToday.id, step: 'take-along', seated: 0, marked: 0, title: 'Sử dụng VNeID' },
    { id: unmarked.id, step: 'mark' },
    { id: marked.id, step: 'report', seated: 2, marked: 1 },
  ]);
  expect(await listToday(official)).toHaveLength(4);
  for (const other of [
    elsewhere,
    await makeTrainer(union.longHung, 'Lê Thị Hoa'),
    await makeViewer('sub_association_head', union.khuPho5),
    await makeViewer('viewer', union.longHung),
  ])
    expect(await listToday(other)).toEqual([]);
});
