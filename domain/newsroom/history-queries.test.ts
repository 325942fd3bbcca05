import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { reviewArticle } from '@/domain/articles/renewal/review-commands';
import { findReview } from '@/domain/articles/renewal/review-queries';
import { addDays, toDate, today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { bringOut, drafted, published, versionOf, writing } from '@/test/stages/articles';
import { begin, draftedOn, publishedOn, rewrite, takesBack } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { listArticleEvents } from './history-queries';
import { moveArticle } from './publish-commands';

let union: TestUnion;
let editor: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
});

const OF_HERS: readonly string[] = ['notAgreed', 'subjectChosen', 'subjectRemoved', 'namingSaid', 'namesAnswered'];
const told = async (viewer: Viewer, id: string) =>
  (await listArticleEvents(viewer, id))?.map(({ what, by }) => `${what} ${by}`) ?? [];

test('tells who looked at a piece again, and who only gave another day', async () => {
  const id = await drafted(editor, writing(union.province, { kind: 'news' }));
  const review = async (reviewed: 'on' | undefined, ahead: number) => {
    const version = (await findReview(editor, id))?.version ?? 0;
    const done = await reviewArticle(editor, { articleId: id, version, reviewed, reviewOn: addDays(today(), ahead) });
    if (!done.ok) throw new Error(done.problem);
  };
  await review('on', 30);
  await review(undefined, 60);
  const { displayName } = editor;
  expect((await told(editor, id)).slice(0, 2)).toEqual([`reviewMoved ${displayName}`, `reviewed ${displayName}`]);
  const neighbour = await makeViewer('commune_official', union.trangDai);
  expect(await listArticleEvents(neighbour, id)).toBeNull();
});

test('tells that a piece moved to another address, in the languages that moved; a refused try is no event', async () => {
  const id = await published(editor, writing(union.province, { titleVi: 'Tựa cũ của sổ', titleEn: 'A kept title' }));
  await begin(editor, id);
  await rewrite(editor, id, { titleVi: 'Tựa mới của sổ', titleEn: 'A kept title' });
  await bringOut(editor, id);
  const move = async () => moveArticle(editor, { articleId: id, version: await versionOf(editor, id) });
  expect((await move()).ok).toBe(true);
  expect((await move()).ok).toBe(false);
  const moved = (await listArticleEvents(editor, id))?.filter(({ what }) => what === 'moved');
  expect(moved).toMatchObject([{ by: editor.displayName, languages: ['vi'] }]);
});

test('tells who chose whom a story tells of to who writes, without who she is, and nothing of it to others', async () => {
  const official = await makeViewer('commune_official', union.longHung);
  const reader = await makeViewer('viewer', union.longHung);
  const personId = await makeMember(union.khuPho5, 'Trần Thị Sổ Ghi');
  const id = await draftedOn(official, personId, writing(union.longHung));
  expect(await told(official, id)).toContain(`subjectChosen ${official.displayName}`);
  expect(JSON.stringify(await listArticleEvents(official, id))).not.toContain('Sổ Ghi');
  expect((await told(reader, id)).join()).toContain('wrote');
  expect((await told(reader, id)).join()).not.toContain('subjectChosen');
});

test('what a woman or somebody named in it answered is told to who writes where the piece lies, and not to who writes elsewhere and only looks here', async () => {
  const official = await makeViewer('commune_official', union.longHung);
  const [looks, head] = [
    await makeViewer('viewer', union.province),
    await makeViewer('sub_association_head', union.ongHuong),
  ];
  const elsewhere: Viewer = { ...looks, grants: [...looks.grants, ...head.grants] };
  const personId = await makeMember(union.khuPho5, 'Trần Thị Đã Rút');
  const id = await publishedOn(official, personId, writing(union.longHung, { titleVi: 'Chị Trần Thị Đã Rút vào tổ' }));
  await db.articleNaming.create({
    data: {
      articleId: id,
      name: 'Lê Thị Kể Thêm',
      answer: 'agreed',
      channel: 'phone',
      agreedOn: toDate(today()),
      saidById: official.accountId,
    },
    select: { id: true },
  });
  await takesBack(official, personId);
  const kinds = async (viewer: Viewer) => (await listArticleEvents(viewer, id))?.map(({ what }) => what) ?? [];
  const here = makeViewer('sub_association_head', union.longHung);
  for (const viewer of [official, editor, { ...looks, grants: [...looks.grants, ...(await here).grants] }])
    expect(await kinds(viewer)).toEqual(expect.arrayContaining(['notAgreed', 'subjectChosen', 'namesAnswered']));
  const told = await kinds(elsewhere);
  expect(told).toContain('published');
  expect(told.filter((what) => OF_HERS.includes(what))).toEqual([]);
  expect(JSON.stringify(await listArticleEvents(elsewhere, id))).not.toContain('Kể Thêm');
});
