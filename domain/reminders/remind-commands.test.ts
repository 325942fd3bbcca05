import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccount, createAccountWithRole, grantRole } from '@/test/factories/accounts';
import { createModel } from '@/test/factories/digital-models';
import { createPair } from '@/test/factories/pairs';
import { createMember, createOffice } from '@/test/factories/people';
import { createCommune, createSubAssociation } from '@/test/factories/units';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { remind } from './remind-commands';
import { REPEAT_DAYS, remindInput } from './reminder';
import { listAskedOf, listRemindersIn } from './reminder-queries';

let union: TestUnion;
let official: Viewer;
let head: Viewer;
const LAST = addDays(today(), 5);

/** The head of Khu phố 5 with an account of hers, attached to her record. */
async function makeHead(): Promise<Viewer> {
  const person = await createMember(db, union.khuPho5, { name: 'Hồ Thị Kim Thoa' });
  await createOffice(db, union.khuPho5, person, 'sub_association_head');
  const account = await createAccountWithRole(db, 'sub_association_head', [union.khuPho5], { person });
  const grants = [{ role: 'sub_association_head' as const, unitId: union.khuPho5.id, path: union.khuPho5.path }];
  return { accountId: account.id, personId: person.id, displayName: account.displayName, locale: 'vi', grants };
}

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeHead();
});

const ask = (viewer: Viewer, units: { id: string }[], over: object = {}) =>
  remind(viewer, { askingId: randomUUID(), unitIds: units.map(({ id }) => id), lastDay: LAST, ...over });
const mails = () => db.outboxMessage.findMany({ where: { about: 'reminded', accountId: head.accountId }, take: 50 });

describe('who answers for a place is reminded', () => {
  test('of what is missing there, once for all her units: it stands on her first page and goes to her by mail', async () => {
    expect(await ask(official, [union.khuPho5, union.to1])).toEqual({ ok: true, value: { units: 2, people: 1 } });
    expect(await listAskedOf(head)).toEqual(
      expect.arrayContaining(
        [union.khuPho5, union.to1].map(({ id }) => ({
          unitId: id,
          parts: ['family', 'pair'],
          by: official.displayName,
          askedOn: today(),
          lastDay: LAST,
        })),
      ),
    );
    expect(await listAskedOf(official)).toEqual([]);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.facts).toEqual({
      about: 'units',
      count: '2',
      placeKind: 'unit',
      placeName: 'Khu phố 5',
      fromKind: 'ward',
      fromName: 'Long Hưng',
      lastDay: LAST,
    });
    const entries = await db.auditEntry.findMany({ where: { actorId: official.accountId, action: 'remind' } });
    expect(entries.map(({ unitId }) => unitId).sort()).toEqual([union.khuPho5.id, union.to1.id].sort());
  });

  test('those without an account are not, and neither is one who may mend nothing there', async () => {
    const lan = await createMember(db, union.khuPho6, { name: 'Nguyễn Thị Lan' });
    await createOffice(db, union.khuPho6, lan, 'sub_association_head');
    expect(await ask(official, [union.khuPho6])).toMatchObject({ problem: 'nobody-to-remind' });
    const account = await createAccount(db, { person: lan });
    await grantRole(db, account, 'sub_association_head', union.ongHuong);
    expect(await ask(official, [union.khuPho6])).toMatchObject({ problem: 'nobody-to-remind' });
    expect(await ask(official, [union.khuPho6, union.to1])).toEqual({ ok: true, value: { units: 1, people: 1 } });
    await grantRole(db, account, 'sub_association_head', union.khuPho6);
    expect(await ask(official, [union.khuPho6])).toEqual({ ok: true, value: { units: 1, people: 1 } });
  });

  test('a group whose own head has no account is heard of by her sub-association, who can mend it', async () => {
    const lan = await createMember(db, union.to1, { name: 'Nguyễn Thị Lan' });
    await createOffice(db, union.to1, lan, 'group_head');
    expect(await ask(official, [union.to1])).toEqual({ ok: true, value: { units: 1, people: 1 } });
    expect((await listAskedOf(head)).map(({ unitId }) => unitId)).toEqual([union.to1.id]);
  });

  test('not of a place where nothing is missing, and no more once her day is over', async () => {
    const [one, other] = [await createMember(db, union.khuPho5), await createMember(db, union.khuPho5)];
    const family = await createModel(db, union.khuPho5, { kind: 'digital_family' });
    await createPair(db, union.khuPho5, one, other, { tiedTo: family });
    expect(await ask(official, [union.khuPho5])).toMatchObject({ problem: 'nothing-missing' });
    const late = addDays(today(), -9);
    const { id } = await db.reminder.create({
      data: {
        askingId: randomUUID(),
        kind: 'coverage_gap',
        unitId: union.to1.id,
        parts: ['pair'],
        askedById: official.accountId,
        askedOn: toDate(late),
        againFrom: toDate(addDays(late, REPEAT_DAYS)),
        lapsesOn: toDate(today()),
        recipients: { create: { accountId: head.accountId } },
      },
      select: { id: true },
    });
    expect(id).toBeTruthy();
    expect(await listAskedOf(head)).toEqual([]);
    expect(await listRemindersIn(official, union.longHung.id)).toEqual([]);
    expect(await ask(official, [union.to1])).toMatchObject({ ok: true });
  });
});

describe('nobody is asked for the same again at once', () => {
  test('who comes later reads who asked and when; what was not asked for yet is', async () => {
    await ask(official, [union.to1]);
    const other = await makeViewer('commune_official', union.longHung);
    expect(await ask(other, [union.to1])).toEqual({
      ok: false,
      problem: 'reminded-already',
      detail: { by: official.displayName, day: today(), again: addDays(today(), REPEAT_DAYS) },
    });
    expect(await ask(other, [union.to1, union.khuPho5])).toEqual({ ok: true, value: { units: 1, people: 1 } });
    expect((await listRemindersIn(other, union.longHung.id)).map(({ unitId }) => unitId).sort()).toEqual(
      [union.to1.id, union.khuPho5.id].sort(),
    );
  });

  test('one form sent sixteen times is one reminder, sixteen forms at once are one and fifteen who read of it', async () => {
    const askingId = randomUUID();
    const same = await Promise.all(Array.from({ length: 16 }, () => ask(official, [union.to1], { askingId })));
    expect(same).toEqual(Array(16).fill({ ok: true, value: { units: 1, people: 1 } }));
    expect(await db.reminder.count({ where: { unitId: union.to1.id } })).toBe(1);
    const each = await Promise.all(Array.from({ length: 16 }, () => ask(official, [union.khuPho5])));
    expect(each.filter(({ ok }) => ok)).toHaveLength(1);
    expect(each.filter((one) => !one.ok && one.problem === 'reminded-already')).toHaveLength(15);
    expect(await db.reminder.count({ where: { unitId: union.khuPho5.id } })).toBe(1);
    expect(await mails()).toHaveLength(2);
  });

  test('the database holds it too: a second row within these days is refused, and none is changed', async () => {
    await ask(official, [union.to1]);
    const row = await db.reminder.findFirstOrThrow({ where: { unitId: union.to1.id } });
    await expect(db.reminder.create({ data: { ...row, id: randomUUID(), askingId: randomUUID() } })).rejects.toThrow(
      /not_asked_again_at_once/,
    );
    await expect(db.reminder.updateMany({ data: { parts: [] } })).rejects.toThrow(/permission denied/);
  });

  test('one of a gap says what is missing: neither an empty list nor none at all', async () => {
    await ask(official, [union.to1]);
    const { parts: _, ...row } = await db.reminder.findFirstOrThrow({ where: { unitId: union.to1.id } });
    const other = { ...row, id: randomUUID(), askingId: randomUUID(), unitId: union.khuPho6.id };
    for (const said of [{}, { parts: [] }])
      await expect(db.reminder.create({ data: { ...other, ...said } })).rejects.toThrow(/says_what_is_missing/);
    await db.reminder.create({ data: { ...other, parts: ['pair'] }, select: { id: true } });
  });
});

describe('who may remind whom', () => {
  test("the neighbour's official is told no more than of nothing, a head and a viewer may not", async () => {
    const beside = await makeViewer('commune_official', union.trangDai);
    expect(await ask(beside, [union.to1])).toEqual(await ask(beside, [{ id: nothing }]));
    expect(await ask(official, [union.to1, union.ongHuong])).toMatchObject({ problem: 'not-found' });
    for (const role of ['viewer', 'sub_association_head'] as const)
      expect(await ask(await makeViewer(role, union.longHung), [union.to1])).toMatchObject({ problem: 'not-allowed' });
    expect(await db.reminder.count({ where: { unitId: union.to1.id } })).toBe(0);
  });

  test('the city reminds the officials of communes, also of a silent one; no commune reminds itself', async () => {
    const province = await makeViewer('province_official', union.province);
    const account = await createAccountWithRole(db, 'commune_official', [union.longHung]);
    const silent = await createCommune(db, union.province, { name: 'Im Lặng' });
    await createSubAssociation(db, silent);
    await createAccountWithRole(db, 'commune_official', [silent]);
    expect(await ask(official, [union.longHung])).toMatchObject({ problem: 'not-allowed' });
    const { value } = (await ask(province, [union.longHung, silent])) as { value: { units: number } };
    expect(value.units).toBe(2);
    const parts = async (unit: { id: string }) =>
      (await db.reminder.findFirstOrThrow({ where: { unitId: unit.id } })).parts;
    expect(await parts(silent)).toEqual(['records']);
    expect(await parts(union.longHung)).toEqual(['pair', 'family']);
    const mail = await db.outboxMessage.findFirstOrThrow({ where: { about: 'reminded', accountId: account.id } });
    expect(mail.facts).toMatchObject({ about: 'commune', fromKind: 'city', placeName: 'Long Hưng' });
  });

  test('a day that has passed, one too far, and no unit at all are refused in words', async () => {
    expect(await ask(official, [union.to1], { lastDay: addDays(today(), -1) })).toMatchObject({
      problem: 'day-passed',
    });
    expect(await ask(official, [union.to1], { lastDay: addDays(today(), 61) })).toMatchObject({ problem: 'too-far' });
    expect(remindInput.safeParse({ askingId: randomUUID(), unitIds: [], lastDay: LAST }).success).toBe(false);
  });
});
