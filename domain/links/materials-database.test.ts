import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { addLink, removeMaterial } from '@/domain/courses/material-commands';
import { db } from '@/prisma/client';
import { createCourse } from '@/test/factories/trainings';
import { published, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { collectLinks } from './collect-commands';
import type { Look } from './link';
import { listLinks } from './link-queries';
import { lookAtOwn, lookOutside } from './look-commands';
import { collectMaterials } from './material-commands';

const own = 'https://phunuso.example.org';
const goOn = async () => true;
let union: TestUnion;
let keeper: Viewer;
let editor: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  keeper = await makeViewer('province_official', union.province);
  editor = await makeViewer('editor', union.province);
});

/** A course that hands out an address. */
async function handing(url: string, isPublic: 'yes' | undefined = undefined) {
  const { id: courseId } = await createCourse(db, {});
  const added = await addLink(keeper, { courseId, title: 'Xem thêm', locale: 'vi', url, isPublic });
  if (!added.ok) throw new Error(added.problem);
  return { courseId, materialId: added.value.id };
}
const broken = async (viewer: Viewer, address: string) => {
  const { links } = await listLinks(viewer, { list: 'broken' });
  return links.find((link) => link.address === address);
};
/** Which addresses were asked. */
async function lookedOutside(): Promise<string[]> {
  await db.$executeRaw`UPDATE link SET due_on = app.today()`;
  const asked: string[] = [];
  await lookOutside(goOn, async (address): Promise<Look> => {
    asked.push(address);
    return { state: 'gone', cause: 'not-found', status: 404 };
  });
  return asked;
}

test('a link that a course hands out is looked at, public or not, and told with the way to the course to whoever keeps courses', async () => {
  const address = 'https://dichvucong.gov.vn/tai-lieu';
  const [{ courseId }, open] = [await handing(`${address}#muc-2`), await handing('https://vneid.gov.vn/mo', 'yes')];
  expect(await collectMaterials(goOn, own)).toBe(2);
  expect((await lookedOutside()).sort()).toEqual([address, 'https://vneid.gov.vn/mo']);
  expect(await broken(keeper, address)).toMatchObject({
    cause: 'not-found',
    texts: [],
    textCount: 0,
    courses: [{ id: courseId, title: expect.any(String) }],
  });
  expect(await broken(keeper, 'https://vneid.gov.vn/mo')).toMatchObject({ courses: [{ id: open.courseId }] });
  expect(await broken(editor, address)).toBeUndefined();
});

test('one that texts name too stands in one line, with both; who keeps no course reads of the text alone', async () => {
  const address = 'https://dichvucong.gov.vn/ca-hai';
  const { courseId } = await handing(address);
  const id = await published(editor, writing(union.province, { bodyVi: `[đọc](${address})` }));
  await collectLinks(goOn, own);
  await collectMaterials(goOn, own);
  await lookedOutside();
  expect(await broken(keeper, address)).toMatchObject({ texts: [{ id }], textCount: 1, courses: [{ id: courseId }] });
  expect(await broken(editor, address)).toMatchObject({ texts: [{ id }], courses: [] });
});

test('to a page of the portal it is looked at without asking anybody', async () => {
  const { courseId } = await handing(`${own}/tin-tuc/khong-co`);
  await collectMaterials(goOn, own);
  await lookAtOwn(goOn, () => null);
  expect(await broken(keeper, '/tin-tuc/khong-co')).toMatchObject({ courses: [{ id: courseId }] });
});

test('of a course that is retired, or taken back, it is asked no more and told nowhere', async () => {
  const [retired, taken] = ['https://a.gov.vn/nghi', 'https://b.gov.vn/bo'];
  const [one, other] = [await handing(retired), await handing(taken)];
  await collectMaterials(goOn, own);
  expect(await lookedOutside()).toEqual(expect.arrayContaining([retired, taken]));
  await db.$executeRaw`UPDATE course SET retired_on = app.today() WHERE id = ${one.courseId}::uuid`;
  expect((await removeMaterial(keeper, other)).ok).toBe(true);
  for (const address of [retired, taken]) expect(await broken(keeper, address)).toBeUndefined();
  const asked = await lookedOutside();
  expect(asked.filter((address) => [retired, taken].includes(address))).toEqual([]);
  await collectMaterials(goOn, own);
  expect(await db.courseMaterial.findFirst({ where: { id: one.materialId }, select: { linkId: true } })).toEqual({
    linkId: null,
  });
});
