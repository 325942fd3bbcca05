import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { makeEnrolled } from '@/test/stages/attendance';
import { makeApproved, makeTrainer, makeTrainingStage } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { printRegister } from './print-commands';

const { union, official, elsewhere, trainer, courseId } = await makeTrainingStage();
const { id } = await makeApproved({ unit: union.khuPho5, courseId, trainerIds: [trainer.personId] }, 3);
await makeEnrolled(union.khuPho5, id, 3);
const trail = () =>
  db.auditEntry.findMany({
    where: { action: 'printRegister', subjectId: id },
    orderBy: { id: 'asc' },
    select: { actorId: true, verb: true, subjectType: true, unitId: true, change: true },
    take: 9,
  });

test('each paper with names says in the trail who took it, of which session and unit, and how many names, and no name', async () => {
  for (const viewer of [official, trainer]) {
    const printed = await printRegister(viewer, id);
    expect(printed.ok && printed.value.lines).toHaveLength(3);
  }
  const of = { verb: 'exported', subjectType: 'session', unitId: union.khuPho5.id, change: { names: 3 } };
  expect(await trail()).toEqual([
    { ...of, actorId: official.accountId },
    { ...of, actorId: trainer.accountId },
  ]);
});

test('who may not see the register gets no paper, and none leaves a line', async () => {
  const before = (await trail()).length;
  const other = await makeTrainer(union.longHung, 'Lê Thị Hoa');
  for (const viewer of [elsewhere, other, await makeViewer('editor', union.province)])
    expect(await printRegister(viewer, id)).toEqual({ ok: false, problem: 'not-found' });
  expect(await printRegister(official, 'no id')).toEqual({ ok: false, problem: 'not-found' });
  expect(await trail()).toHaveLength(before);
});
