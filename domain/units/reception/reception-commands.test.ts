import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { makeUnion, makeViewer, nothing, type TestUnion } from '@/test/union';
import { receptionInput } from './reception';
import { setReception } from './reception-commands';
import { findPublishedReception, findReception } from './reception-queries';

let union: TestUnion;
let official: Viewer;

beforeEach(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const said = { number: '0251 3822 222', place: 'Trụ sở Hội LHPN phường', hours: 'Thứ Hai đến thứ Sáu, 7:30–11:30' };
const say = (viewer: Viewer, fields: Record<string, string>, unitId = union.longHung.id) =>
  setReception(viewer, receptionInput.parse({ unitId, version: '0', ...fields }));

test('what the official of a commune says is told to everybody, and what she takes back is told no more', async () => {
  expect(await findPublishedReception(union.longHung.id)).toBeNull();
  expect((await say(official, said)).ok).toBe(true);
  expect(await findPublishedReception(union.longHung.id)).toMatchObject(said);
  const { version } = (await findReception(official, union.longHung.id)) ?? expect.unreachable();
  expect((await say(official, { version: String(version), place: 'Nhà văn hóa' })).ok).toBe(true);
  expect(await findPublishedReception(union.longHung.id)).toMatchObject({
    number: null,
    place: 'Nhà văn hóa',
    hours: null,
  });
  expect((await say(official, { version: String(version + 1) })).ok).toBe(true);
  expect(await findPublishedReception(union.longHung.id)).toBeNull();
});

test('what is said on a portal that holds invented units is marked, and stays so when it is corrected; at work it is not', async () => {
  const beside = await makeViewer('commune_official', union.trangDai);
  const isMarked = async ({ id }: { id: string }) => (await findPublishedReception(id))?.demo;
  await say(official, said);
  expect(await isMarked(union.longHung)).toBe(false);
  await db.unit.update({ where: { id: union.ongHuong.id }, data: { demo: true }, select: { id: true } });
  await say(beside, said, union.trangDai.id);
  expect(await isMarked(union.trangDai)).toBe(true);
  await say(beside, { ...said, version: '1', place: 'Nhà văn hóa' }, union.trangDai.id);
  expect(await isMarked(union.trangDai)).toBe(true);
});

test('of two who say it at once one is told what the other said, and nothing is lost unseen', async () => {
  const results = await Promise.all([say(official, said), say(official, { ...said, number: '0912 345 678' })]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = results.find(({ ok }) => !ok);
  const told = await findPublishedReception(union.longHung.id);
  expect(refused).toMatchObject({ problem: 'changed-meanwhile', detail: { number: told?.number, version: '1' } });
});

test("the neighbour's official is told of nothing, a viewer and a head may not say it, and a sub-association has none", async () => {
  const beside = await makeViewer('commune_official', union.trangDai);
  expect(await findReception(beside, union.longHung.id)).toBeNull();
  expect(await say(beside, said)).toEqual(await say(beside, said, nothing));
  for (const role of ['viewer', 'sub_association_head'] as const)
    expect((await say(await makeViewer(role, union.longHung), said)).ok).toBe(false);
  expect(await say(official, said, union.khuPho5.id)).toMatchObject({ problem: 'level-differs' });
  expect(await db.unitReception.count({ where: { unitId: union.longHung.id } })).toBe(0);
});

test('a number that is none of a phone, and a text that hides something, are refused in words', () => {
  const problemOf = (fields: Record<string, string>) =>
    receptionInput.safeParse({ unitId: union.longHung.id, version: '0', ...fields }).error?.issues[0]?.message;
  for (const number of ['0251', '113', 'zalo', '0512 3822 222'])
    expect(problemOf({ number })).toBe('not-an-office-number');
  for (const number of ['0251 3822 222', '(0251) 3822.222', '+84 251 3822 222', '0912345678'])
    expect(problemOf({ number })).toBeUndefined();
});
