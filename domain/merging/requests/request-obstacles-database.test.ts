import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createModel, joinModel } from '@/test/factories/digital-models';
import { createMember } from '@/test/factories/people';
import { createSession } from '@/test/factories/trainings';
import { inDays, makeCourse } from '@/test/stages/trainings';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { undoMerge } from '../merge-commands';
import { previewMerge } from '../merge-queries';
import { answerRequest } from './answer-commands';
import { askFor } from './request-commands';
import { listIncoming } from './request-queries';

let union: TestUnion;
let asker: Viewer;
let keeper: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  asker = await makeViewer('commune_official', union.longHung);
  keeper = await makeViewer('commune_official', union.trangDai);
  province = await makeViewer('province_official', union.province);
});

let count = 0;
/** Long Hưng asks Trảng Dài for a merger; answers with the two records and with how Trảng Dài agrees. */
async function asked() {
  const name = `Hồ Thị Vướng ${'abcdefghijklmnopqrstuvwxyz'[count++]}`;
  const absorbed = await createMember(db, union.ongHuong, { name, birthYear: 1979 });
  const survivor = { id: await makeMember(union.khuPho5, `${name} Hai`) };
  const wish = { purpose: 'merge' as const, ownPersonId: survivor.id, name, birthYear: 1979 };
  expect(await askFor(asker, wish)).toMatchObject({ ok: true });
  const agree = async () => {
    const request = (await listIncoming(keeper)).find(({ person }) => person.id === absorbed.id);
    if (!request) throw new Error('she is not asked');
    return answerRequest(keeper, { requestId: request.id, version: request.version, answer: 'agreed' });
  };
  return { survivor, absorbed, agree };
}

describe('what stands in the way of a merger across communes is told as to one who keeps one record, and the request waits', () => {
  test('two open accounts; once that of the record that goes in is closed it is done, and undone as it was', async () => {
    const { survivor, absorbed, agree } = await asked();
    const open = await createAccount(db, { person: survivor });
    const account = await createAccount(db, { person: absorbed });
    expect(await agree()).toEqual({ ok: false, problem: 'asked-two-accounts' });
    expect(await previewMerge(province, survivor.id, absorbed.id)).toMatchObject({ obstacles: ['two-accounts'] });
    const close = (id: string, disabledAt: Date | null) =>
      db.account.update({ where: { id }, data: { disabledAt }, select: { id: true } });
    // to close the other one helps nothing: she would be left without any
    await close(open.id, new Date());
    expect(await agree()).toEqual({ ok: false, problem: 'asked-two-accounts' });
    await close(open.id, null);
    await close(account.id, new Date());
    expect(await agree()).toMatchObject({ ok: true });
    const holders = async () =>
      Promise.all([open, account].map(({ id }) => db.account.findUniqueOrThrow({ where: { id } })));
    const held = [{ personId: survivor.id }, { personId: absorbed.id }];
    expect(await holders()).toMatchObject(held);
    const { id: mergeId } = await db.personMerge.findFirstOrThrow({ where: { absorbedId: absorbed.id } });
    expect(await undoMerge(province, { mergeId })).toMatchObject({ ok: true, value: { left: [] } });
    expect(await holders()).toMatchObject(held);
  });

  test('two sessions taught at once, until one of them has another trainer', async () => {
    const { survivor, absorbed, agree } = await asked();
    const course = { id: await makeCourse() };
    const at = (hour: string) => `${inDays(6)}T${hour}:00:00+07:00`;
    const times = { startsAt: at('08'), endsAt: at('10') };
    await createSession(db, { course, unit: union.khuPho5, trainers: [survivor], ...times });
    const theirs = await createSession(db, { course, unit: union.ongHuong, trainers: [absorbed], ...times });
    expect(await agree()).toEqual({ ok: false, problem: 'asked-taught-at-once' });
    const other = await makeMember(union.ongHuong, 'Trần Thị Thay');
    await db.sessionTrainer.updateMany({ where: { sessionId: theirs.id }, data: { trainerId: other } });
    expect(await agree()).toMatchObject({ ok: true });
  });

  test('two offices on one board, one of them in the middle of the other, until one is corrected', async () => {
    const { survivor, absorbed, agree } = await asked();
    const model = await createModel(db, union.khuPho5, { kind: 'digital_family', from: '2026-01-10' });
    await joinModel(db, model, absorbed, { office: 'member', from: '2026-01-10' });
    await joinModel(db, model, survivor, { office: 'head', from: '2026-03-01' });
    const days = (validTo: string) =>
      db.boardSeat.updateMany({ where: { personId: survivor.id }, data: { validTo: new Date(validTo) } });
    await days('2026-05-01');
    expect(await agree()).toEqual({ ok: false, problem: 'asked-seats-cross' });
    await db.boardSeat.updateMany({ where: { personId: absorbed.id }, data: { validTo: new Date('2026-02-01') } });
    expect(await agree()).toMatchObject({ ok: true });
  });
});
