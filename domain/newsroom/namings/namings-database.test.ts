import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput } from '@/domain/articles/article';
import { findArticle } from '@/domain/articles/draft-queries';
import { today } from '@/domain/days/day';
import { approveArticle, forceAlert } from '@/domain/newsroom/decision-commands';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import { publishArticle } from '@/domain/newsroom/publish-commands';
import { nameKey } from '@/domain/people/name';
import { db } from '@/prisma/client';
import { drafted, inVietnamese, submitted, untilNextWeek, urgent, versionOf, writing } from '@/test/stages/articles';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { answers, begin, outOf, rewrite, takesBack, tellsOf } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { fieldOf, type NamingInput } from './naming';
import { listNamesAsked } from './naming-queries';

let union: TestUnion;
let official: Viewer;
let editor: Viewer;
let head: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  editor = await makeViewer('editor', union.province);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const news = async (change: Partial<DraftInput>) => {
  const input = writing(union.khuPho5, { ...inVietnamese, kind: 'news', ...change });
  return submitted(head, await drafted(head, input));
};
const read = async (articleId: string, viewer = official) => ({
  articleId,
  version: await versionOf(viewer, articleId),
  locales: ['vi' as const],
});
const approve = async (articleId: string, said: NamingInput = {}, viewer = official) =>
  approveArticle(viewer, { ...(await read(articleId, viewer)), ...said });
const field = (name: string) => fieldOf({ name, key: nameKey(name) });
const saying = (name: string, naming: 'agreed' | 'public_role' | 'nobody'): NamingInput => ({
  naming: { [field(name)]: naming },
  ...(naming === 'agreed' && { channel: { [field(name)]: 'phone' }, agreedOn: { [field(name)]: today() } }),
});
const asked = async (articleId: string, viewer = official) => {
  const article = await findArticle(viewer, articleId);
  return article ? (await listNamesAsked(viewer, article)).map(({ name }) => name) : null;
};
const refused = { ok: false, problem: 'names-unanswered' };

test('a piece that names somebody, on record or not, is not approved until who approves it says why; what she said stands in its history', async () => {
  const name = 'Tô Thị Không Ghi';
  const id = await news({ titleVi: `Chị ${name} dạy cả tổ` });
  expect(await asked(id)).toEqual([name]);
  const { version } = await read(id);
  expect(await approve(id)).toEqual(refused);
  // what was refused has changed nothing: the form that comes back can be sent again
  expect((await read(id)).version).toBe(version);
  expect(await outOf(id)).toEqual({ live: 0, planned: 0 });
  expect(await approve(id, saying(name, 'agreed'))).toMatchObject({ ok: true, value: { went: 'published' } });
  const [said] = (await listArticleEvents(official, id))?.filter(({ what }) => what === 'namesAnswered') ?? [];
  expect(said?.names).toEqual([{ name, answer: 'agreed', channel: 'phone', agreedOn: today() }]);
  expect((await listArticleEvents(await makeViewer('viewer', union.province), id))?.some(({ names }) => names)).toBe(
    false,
  );
  expect(await asked(id)).toEqual([]);
});

test('each of several is answered for, wherever it stands', async () => {
  const body = 'Lời của chị Bùi Thị Giữa Bài.';
  const id = await news({
    summaryVi: 'Bà Đỗ Thị Tóm Tắt kể.',
    bodyVi: body,
    easyReadVi: 'Cô Lý Thị Dễ Đọc dạy.',
    sourceName: 'Bà Vũ Thị Nguồn Tin',
  });
  const names = ['Đỗ Thị Tóm Tắt', 'Bùi Thị Giữa Bài', 'Lý Thị Dễ Đọc', 'Vũ Thị Nguồn Tin'];
  expect(await asked(id)).toEqual(names);
  const all = Object.assign({}, ...names.map((name) => ({ [field(name)]: 'public_role' as const })));
  const { [field('Lý Thị Dễ Đọc')]: _one, ...rest } = all;
  expect(await approve(id, { naming: rest })).toEqual(refused);
  expect((await approve(id, { naming: all })).ok).toBe(true);
});

test('who has agreed on record in a commune of the piece settles her name; a commune beside it does not', async () => {
  const name = 'Ngô Thị Từng Hỏi';
  const there = await makeMember(union.trangDai, name);
  await answers(await makeViewer('commune_official', union.trangDai), there, 'given');
  const id = await news({ titleVi: `Chị ${name} mở lớp` });
  expect(await approve(id)).toEqual(refused);
  const here = await makeMember(union.khuPho5, name);
  expect(await approve(id)).toEqual(refused);
  await answers(official, here, 'given');
  // an editor, who sees nobody on record, is asked for the same as everybody
  expect([await asked(id), await asked(id, editor)]).toEqual([[], []]);
  expect((await approve(id)).ok).toBe(true);
});

test('a no on record is not answered away, and opens again what was answered before', async () => {
  const name = 'Phan Thị Nói Không';
  const her = await makeMember(union.khuPho5, name);
  await answers(official, her, 'refused');
  const id = await news({ titleVi: `Chị ${name} mở lớp` });
  expect(await approve(id, saying(name, 'agreed'))).toEqual({ ok: false, problem: 'naming-refused' });
  await answers(official, her, 'given');
  expect((await approve(id)).ok).toBe(true);
  await takesBack(official, her);
  await begin(head, id);
  await submitted(head, id);
  expect(await approve(id, saying(name, 'agreed'))).toEqual({ ok: false, problem: 'naming-refused' });
  expect((await approve(id, saying(name, 'nobody'))).ok).toBe(true);
});

test('what was answered before for the piece holds for its next edition, and a new name is asked for', async () => {
  const name = 'Lương Thị Bản Đầu';
  const id = await news({ titleVi: `Chị ${name} mở lớp` });
  expect((await approve(id, saying(name, 'public_role'))).ok).toBe(true);
  const words = {
    titleVi: `Chị ${name} dạy tiếp`,
    titleEn: `Luong Thi Ban Dau teaches`,
    summaryEn: 'Again.',
    bodyEn: 'In the evening.',
  };
  expect(await rewrite(head, id, words)).toBe('saved');
  await submitted(head, id);
  expect(await asked(id)).toEqual([]);
  await rewrite(head, id, { ...words, summaryVi: 'Cùng chị Hứa Thị Bản Sau.' });
  expect(await asked(id)).toEqual(['Hứa Thị Bản Sau']);
});

test('publishing and sending out at once ask as well', async () => {
  const name = 'Kiều Thị Chú Thích';
  const alert = await drafted(
    official,
    writing(union.longHung, { kind: 'alert', titleVi: `Giả danh chị ${name}`, communeIds: [union.longHung.id] }),
  );
  const now = { ...(await read(alert)), ...untilNextWeek(), ...urgent };
  expect(await forceAlert(official, now)).toEqual(refused);
  expect((await forceAlert(official, { ...now, ...saying(name, 'nobody') })).ok).toBe(true);
  const id = await news({ titleVi: 'Bài duyệt trước' });
  expect((await approveArticle(official, { ...(await read(id)), locales: [] })).ok).toBe(true);
  await db.$executeRaw`DELETE FROM article_naming WHERE article_id = ${id}::uuid`;
  await db.article.update({ where: { id }, data: { sourceName: name }, select: { id: true } });
  expect(await publishArticle(official, await read(id))).toEqual(refused);
  expect((await publishArticle(official, { ...(await read(id)), ...saying(name, 'public_role') })).ok).toBe(true);
});

test('the woman a story tells of is not asked about a second time: her own yes decides', async () => {
  const name = 'Giáp Thị Kể Chuyện';
  const her = await makeMember(union.khuPho5, name);
  const id = await drafted(
    head,
    writing(union.khuPho5, { ...inVietnamese, titleVi: `Chuyện chị ${name} và chị Hứa Thị Thứ Hai` }),
  );
  await tellsOf(official, id, her);
  await submitted(head, id);
  expect(await asked(id)).toEqual(['Hứa Thị Thứ Hai']);
  const said = saying('Hứa Thị Thứ Hai', 'agreed');
  expect(await approve(id, said)).toEqual({ ok: false, problem: 'name-not-agreed' });
  await answers(official, her, 'given');
  expect(await approve(id)).toEqual(refused);
  expect((await approve(id, said)).ok).toBe(true);
});

test('with her record goes what was said of her name in pieces of her commune', async () => {
  const name = 'Quách Thị Xin Xóa';
  const [here, there] = [
    await news({ titleVi: `Chị ${name}` }),
    await drafted(editor, writing(union.trangDai, { ...inVietnamese, kind: 'news', titleVi: `Chị ${name}` })),
  ];
  await submitted(editor, there);
  for (const id of [here, there])
    expect((await approve(id, saying(name, 'agreed'), await makeViewer('province_official', union.province))).ok).toBe(
      true,
    );
  const her = await makeMember(union.khuPho5, name);
  const { version } = await db.person.findUniqueOrThrow({ where: { id: her }, select: { version: true } });
  expect((await eraseByTwo(official, { personId: her, version, name, reason: 'asked', askedOn: today() })).ok).toBe(
    true,
  );
  expect(await db.articleNaming.findMany({ where: { name }, select: { articleId: true }, take: 3 })).toEqual([
    { articleId: there },
  ]);
});

test('an answer is never changed, and a yes says how and when', async () => {
  const id = await news({ titleVi: 'Chị Doãn Thị Bền Vững' });
  expect((await approve(id, saying('Doãn Thị Bền Vững', 'nobody'))).ok).toBe(true);
  const change = db.articleNaming.updateMany({ where: { articleId: id }, data: { answer: 'public_role' } });
  await expect(change).rejects.toThrow('permission denied');
  const vague = db.articleNaming.create({
    data: { articleId: id, name: 'Doãn Thị A', answer: 'agreed', saidById: official.accountId },
  });
  await expect(vague).rejects.toThrow();
});
