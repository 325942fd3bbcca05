import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput } from '@/domain/articles/article';
import { findArticle } from '@/domain/articles/draft-queries';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import { fieldOf, type NamingInput } from '@/domain/newsroom/namings/naming';
import { listNamesAsked } from '@/domain/newsroom/namings/naming-queries';
import { approvePictureWords } from '@/domain/newsroom/picture-words/picture-words-commands';
import { nameKey } from '@/domain/people/name';
import { editPictureInput } from '@/domain/pictures/library';
import { editPicture } from '@/domain/pictures/library-commands';
import { db } from '@/prisma/client';
import {
  drafted,
  giveLines,
  inVietnamese,
  stepped,
  submitted,
  untilNextWeek,
  versionOf,
  writing,
} from '@/test/stages/articles';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { answers, begin, outOf } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { lookAtRefusedName } from './look-commands';
import { findRefusedNames, listRefusedNames } from './refused-names-queries';

let union: TestUnion;
let official: Viewer;
let head: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const field = (name: string) => fieldOf({ name, key: nameKey(name) });
const agreed = (name: string): NamingInput => ({
  naming: { [field(name)]: 'agreed' },
  channel: { [field(name)]: 'phone' },
  agreedOn: { [field(name)]: today() },
});
const approve = async (articleId: string, name: string, end = {}) =>
  expect(
    await approveArticle(official, {
      articleId,
      version: await versionOf(official, articleId),
      locales: ['vi'],
      ...agreed(name),
      ...end,
    }),
  ).toMatchObject({ ok: true });

/** A piece of news that names somebody with her yes is out, and somebody of that name on record says no. */
async function refused(name: string, change: Partial<DraftInput> = { titleVi: `Chị ${name} dạy` }) {
  const articleId = await submitted(head, await drafted(head, writing(union.khuPho5, { kind: 'news', ...change })));
  await approve(articleId, name);
  const her = await makeMember(union.khuPho5, name);
  await answers(official, her, 'refused');
  return { articleId, her };
}
const namesIn = async (articleId: string, viewer = official) => {
  const article = await findArticle(viewer, articleId);
  return article ? listRefusedNames(viewer, article) : [];
};
async function look(articleId: string, name: string, viewer = official) {
  const [{ seen } = { seen: '0'.repeat(64) }] = await namesIn(articleId);
  return lookAtRefusedName(viewer, { articleId, name: field(name), seen });
}
const told = async () => (await findRefusedNames(official)).first.map(({ id }) => id);

test('whoever lets a piece out looks that it is another woman: it is on record who did and when, is told no more, and readers see the piece as before', async () => {
  const name = 'Tô Thị Xem Qua';
  const { articleId } = await refused(name);
  expect(await told()).toEqual([articleId]);
  expect(await namesIn(articleId)).toMatchObject([{ name, refusedOn: today() }]);
  expect(await namesIn(articleId, head)).toEqual([]);
  expect(await look(articleId, name, head)).toEqual({ ok: false, problem: 'not-allowed' });
  const neighbour = await makeViewer('commune_official', union.trangDai);
  expect(await look(articleId, name, neighbour)).toEqual({ ok: false, problem: 'not-found' });
  expect(await look(articleId, 'Tô Thị Khác Tên')).toEqual({ ok: false, problem: 'look-again' });
  expect(await told()).toEqual([articleId]);

  expect(await look(articleId, name)).toEqual({ ok: true, value: { id: articleId } });
  expect([await told(), await namesIn(articleId)]).toEqual([[], []]);
  expect(await outOf(articleId)).toEqual({ live: 1, planned: 0 });
  const looks = (await listArticleEvents(head, articleId))?.filter(({ what }) => what === 'nameLookedAt');
  expect(looks).toMatchObject([{ by: official.displayName, said: name }]);
  const reader = await makeViewer('viewer', union.longHung);
  expect(JSON.stringify(await listArticleEvents(reader, articleId))).not.toContain(name);
  const entry = { action: 'lookAtRefusedName', subjectId: articleId };
  expect(await db.auditEntry.findMany({ where: entry, select: { change: true, actorId: true }, take: 9 })).toEqual([
    { change: {}, actorId: official.accountId },
  ]);
});

test('a second press, and a form from before her newest no, record nothing', async () => {
  const name = 'Tô Thị Hai Lần';
  const { articleId, her } = await refused(name);
  const [{ seen } = { seen: '' }] = await namesIn(articleId);
  const form = { articleId, name: field(name), seen };
  await answers(official, her, 'given');
  await answers(official, her, 'refused');
  expect(await lookAtRefusedName(official, form)).toEqual({ ok: false, problem: 'look-again' });
  const both = await Promise.all([look(articleId, name), look(articleId, name)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await db.refusedNameLook.count({ where: { articleId } })).toBe(1);
});

test('it is told again once somebody of that name says no anew, and asked about with the next edition all the same', async () => {
  const name = 'Tô Thị Nói Lại';
  const { articleId, her } = await refused(name);
  expect((await look(articleId, name)).ok).toBe(true);
  await answers(official, her, 'given');
  expect(await told()).toEqual([]);
  await answers(official, her, 'refused');
  expect(await told()).toEqual([articleId]);
  expect((await look(articleId, name)).ok).toBe(true);
  await answers(official, await makeMember(union.khuPho5, name), 'refused');
  expect(await told()).toEqual([articleId]);
  expect((await look(articleId, name)).ok).toBe(true);
  await begin(head, articleId);
  const article = await findArticle(official, await submitted(head, articleId));
  expect(article && (await listNamesAsked(official, article)).map((each) => each.name)).toEqual([name]);
});

test('words at a picture that name her are found', async () => {
  const name = 'Tô Thị Bên Ảnh';
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const version = String(await versionOfPicture(head, pictureId));
  const words = { altVi: `Chị ${name} cầm máy`, altEn: 'A woman and a phone', focalX: '50', focalY: '40' };
  expect(await editPicture(head, editPictureInput.parse({ pictureId, version, ...words }))).toMatchObject({ ok: true });
  const articleId = await drafted(head, writing(union.khuPho5, { kind: 'news' }));
  await chooseLeadPicture(head, { articleId, pictureId, version: await versionOf(head, articleId) });
  await submitted(head, articleId);
  await approve(articleId, name);
  await answers(official, await makeMember(union.khuPho5, name), 'refused');
  expect(await told()).toEqual([articleId]);
  expect((await look(articleId, name)).ok).toBe(true);
  expect(await told()).toEqual([]);
});

test('it is told again once anything that readers read there is other words', async () => {
  const name = 'Tô Thị Đổi Lời';
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const articleId = await drafted(head, writing(union.khuPho5, { kind: 'news', titleVi: `Chị ${name} dạy` }));
  await chooseLeadPicture(head, { articleId, pictureId, version: await versionOf(head, articleId) });
  await submitted(head, articleId);
  await approve(articleId, name);
  await answers(official, await makeMember(union.khuPho5, name), 'refused');
  expect((await look(articleId, name)).ok).toBe(true);
  expect(await told()).toEqual([]);
  const words = { altVi: 'Các chị quanh một cái bàn', altEn: 'Women around a table', focalX: '50', focalY: '40' };
  const version = async () => versionOfPicture(head, pictureId);
  const edited = await editPicture(
    head,
    editPictureInput.parse({ pictureId, version: String(await version()), ...words }),
  );
  expect(edited).toMatchObject({ ok: true, value: { waits: true } });
  expect(await approvePictureWords(official, { pictureId, version: await version() })).toMatchObject({ ok: true });
  expect(await told()).toEqual([articleId]);
  expect((await look(articleId, name)).ok).toBe(true);
});

test('steps of a guide, lines of an alert, easy words and what changed for her are sought as well', async () => {
  const [guide, alert] = [
    await drafted(head, writing(union.khuPho5, { kind: 'guide' })),
    await drafted(
      head,
      writing(union.khuPho5, { ...inVietnamese, kind: 'alert', communeIds: [union.longHung.id], wholeCity: undefined }),
    ),
  ];
  await stepped(head, guide, 'Gọi chị Tô Thị Bước Đầu');
  const said = { 'sign-0': 'Giả danh chị Tô Thị Dòng Chữ', 'step-0': 'Tắt máy', 'hotline-0': 'Công an' };
  await giveLines(head, alert, { titleVi: said, titleEn: {}, number: { 'hotline-0': '113' } });
  await approve(await submitted(head, guide), 'Tô Thị Bước Đầu');
  await approve(await submitted(head, alert), 'Tô Thị Dòng Chữ', untilNextWeek());
  const easy = await refused('Tô Thị Dễ Đọc', { easyReadVi: 'Chị Tô Thị Dễ Đọc dạy.' });
  for (const name of ['Tô Thị Bước Đầu', 'Tô Thị Dòng Chữ'])
    await answers(official, await makeMember(union.khuPho5, name), 'refused');
  expect(new Set(await told())).toEqual(new Set([guide, alert, easy.articleId]));
  for (const [id, name] of [
    [guide, 'Tô Thị Bước Đầu'],
    [alert, 'Tô Thị Dòng Chữ'],
    [easy.articleId, 'Tô Thị Dễ Đọc'],
  ] as const)
    expect((await look(id, name)).ok, name).toBe(true);
  expect(await told()).toEqual([]);
});

test('what was said is never changed, and goes with a record that is erased', async () => {
  const name = 'Tô Thị Xóa Sổ';
  const { articleId, her } = await refused(name);
  expect((await look(articleId, name)).ok).toBe(true);
  const change = db.refusedNameLook.updateMany({ where: { articleId }, data: { name: 'Ai Đó' } });
  await expect(change).rejects.toThrow('permission denied');
  const { version } = await db.person.findUniqueOrThrow({ where: { id: her }, select: { version: true } });
  const asked = { personId: her, version, name, reason: 'asked' as const, askedOn: today() };
  expect(await eraseByTwo(official, asked)).toMatchObject({ ok: true });
  expect(await db.refusedNameLook.count({ where: { articleId } })).toBe(0);
});
