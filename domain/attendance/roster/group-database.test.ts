import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { createEnrolment } from '@/test/factories/trainings';
import { makePhone } from '@/test/stages/attendance';
import { makeApproved, makeTrainingStage } from '@/test/stages/trainings';
import { makeMember, type TestUnit } from '@/test/union';
import { takeRosters } from '../phone/device-commands';
import { findRegister } from '../register/register-queries';
import { byGroup, rollOf } from './roll';

const { union, trainer, courseId } = await makeTrainingStage();

let arrivals = 0;
const signUp = (sessionId: string, name: string, unit: TestUnit | null, unitWords: string | null) =>
  db.enrolment.create({
    data: {
      sessionId,
      name,
      unitWords,
      unitId: unit?.id ?? null,
      arrivalNo: ++arrivals,
      seatNo: arrivals,
      state: 'confirmed',
      origin: 'public_page',
    },
    select: { id: true },
  });

test('women who signed up by themselves stand under the group that they typed, on the phone, on the page and on paper', async () => {
  const { id } = await makeApproved({ unit: union.khuPho5, courseId, trainerIds: [trainer.personId] }, 1);
  await signUp(id, 'Lê Thị Sương', union.longHung, 'tổ 01');
  await signUp(id, 'Võ Thị Ánh', null, 'To 1 khu phố 5');
  await signUp(id, 'Đỗ Thị An', union.longHung, 'Xóm Đình');
  await signUp(id, 'Trần Thị Ẩn', union.longHung, 'xóm đình');
  await signUp(id, 'Hồ Thị Bình', union.trangDai, 'Tổ 1');
  await signUp(id, 'Ngô Thị Dung', union.longHung, null);
  const member = await makeMember(union.to1, 'Bùi Thị Đan');
  const { id: enrolled } = await createEnrolment(db, { id }, { id: member }, ++arrivals);
  await db.enrolment.update({ where: { id: enrolled }, data: { unitId: union.to1.id } });

  const lines = (await findRegister(trainer, id))?.lines ?? [];
  expect(lines.map(({ name, group }) => [name, group])).toEqual([
    ['Đỗ Thị An', 'Xóm Đình'],
    ['Võ Thị Ánh', 'Tổ 1'],
    ['Trần Thị Ẩn', 'Xóm Đình'],
    ['Hồ Thị Bình', 'Tổ 1, Trảng Dài'],
    ['Ngô Thị Dung', 'Long Hưng'],
    ['Bùi Thị Đan', 'Tổ 1'],
    ['Lê Thị Sương', 'Tổ 1'],
  ]);
  const { deviceId } = await makePhone(trainer);
  const taken = await takeRosters(trainer, { deviceId, sessionIds: [id] });
  const [roster] = taken.ok ? taken.value : [];
  if (!roster) throw new Error('no list');
  expect(byGroup(rollOf(roster, [])).map((group) => [group.name, group.lines.map(({ name }) => name)])).toEqual([
    ['Long Hưng', ['Ngô Thị Dung']],
    ['Tổ 1', ['Võ Thị Ánh', 'Bùi Thị Đan', 'Lê Thị Sương']],
    ['Tổ 1, Trảng Dài', ['Hồ Thị Bình']],
    ['Xóm Đình', ['Đỗ Thị An', 'Trần Thị Ẩn']],
  ]);
});
