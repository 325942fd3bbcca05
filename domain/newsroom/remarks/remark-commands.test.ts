import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import { findArticle } from '@/domain/articles/draft-queries';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { mapTextPictures } from '@/domain/articles/pictures/text-picture-queries';
import { db, refusal } from '@/prisma/client';
import { another, drafted, stepped, submitted, versionOf, writing } from '@/test/stages/articles';
import { wholePicture } from '@/test/stages/pictures';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle } from '../decision-commands';
import { listArticleEvents } from '../history-queries';
import { findStanding } from '../standing-queries';
import { findWaitingArticles } from '../waiting-queries';
import { passagesOf, placedIn, quoteOf } from './passage';
import { QUOTE_MAX, REMARKS_MAX, type RemarkInput, remarkInput } from './remark';
import { remarkOnArticle, resolveRemark } from './remark-commands';
import { listOpenRemarks } from './remark-queries';

let union: TestUnion;
let writer: Viewer;
let province: Viewer;
let neighbour: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  writer = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  neighbour = await makeViewer('commune_official', union.trangDai);
  reader = await makeViewer('viewer', union.longHung);
});

const on = (articleId: string, change: Partial<RemarkInput> = {}): RemarkInput => ({
  articleId,
  locale: 'vi',
  passage: 2,
  quote: 'Các chị chỉ nhau',
  text: 'Chị nào, ở đâu?',
  ...change,
});
const headPicture = () => wholePicture(writer, union.khuPho5, 'nobody');
const story = () => drafted(writer, writing(union.longHung));

async function remarked(articleId: string, change: Partial<RemarkInput> = {}): Promise<string> {
  const result = await remarkOnArticle(province, on(articleId, change));
  if (!result.ok) throw new Error(result.problem);
  return result.value.id;
}

const eventsOf = async (articleId: string) =>
  (await listArticleEvents(province, articleId))?.map(({ what }) => what) ?? [];

describe('a remark on a passage', () => {
  test('stands beside its words, waits for who writes, and keeps nobody from approving', async () => {
    const articleId = await submitted(writer, await story());
    await remarked(articleId);
    expect(await listOpenRemarks(writer, articleId)).toMatchObject({
      resolvable: true,
      remarks: [{ locale: 'vi', passage: 2, quote: 'Các chị chỉ nhau', by: province.displayName, edition: 1 }],
    });
    expect((await findStanding(province, articleId))?.remarks).toBe(1);
    expect((await findWaitingArticles(writer, 50)).remarked.first.map(({ id }) => id)).toContain(articleId);
    expect((await findWaitingArticles(province, 50)).remarked.count).toBe(0);
    const version = await versionOf(province, articleId);
    expect((await approveArticle(province, { articleId, version, locales: [] })).ok).toBe(true);
  });

  test('is done with once who writes says so, which the history and the trail tell without a word of it in the trail', async () => {
    const articleId = await story();
    const remarkId = await remarked(articleId);
    expect((await resolveRemark(writer, { articleId, remarkId })).ok).toBe(true);
    expect(await resolveRemark(writer, { articleId, remarkId })).toEqual({ ok: false, problem: 'resolved-already' });
    expect((await listOpenRemarks(writer, articleId)).remarks).toEqual([]);
    expect((await findWaitingArticles(writer, 50)).remarked.first.map(({ id }) => id)).not.toContain(articleId);
    expect(await eventsOf(articleId)).toEqual(expect.arrayContaining(['remarked', 'resolved']));
    const trail = await db.auditEntry.findMany({
      where: { subjectId: articleId, action: { in: ['remarkOnArticle', 'resolveRemark'] } },
      select: { action: true, change: true },
      take: 5,
    });
    expect(trail).toHaveLength(2);
    expect(JSON.stringify(trail)).not.toContain('Chị nào');
  });

  test('is not for the neighbour, for whom nothing is there, nor for who only reads', async () => {
    const articleId = await story();
    const remarkId = await remarked(articleId);
    expect(await remarkOnArticle(neighbour, on(articleId))).toEqual({ ok: false, problem: 'not-found' });
    expect(await resolveRemark(neighbour, { articleId, remarkId })).toEqual({ ok: false, problem: 'not-found' });
    expect((await listOpenRemarks(neighbour, articleId)).remarks).toEqual([]);
    expect(await remarkOnArticle(reader, on(articleId))).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await resolveRemark(reader, { articleId, remarkId })).toEqual({ ok: false, problem: 'not-allowed' });
    const other = await story();
    expect(await resolveRemark(writer, { articleId: other, remarkId })).toEqual({ ok: false, problem: 'not-found' });
  });

  test('is done with for nobody but who wrote in the article: the database refuses the others too', async () => {
    const articleId = await story();
    const remarkId = await remarked(articleId);
    expect(await resolveRemark(province, { articleId, remarkId })).toEqual({ ok: false, problem: 'not-writer' });
    const by = { resolvedAt: new Date(), resolvedById: province.accountId };
    const refused = await db.remark.update({ where: { id: remarkId }, data: by, select: { id: true } }).catch(refusal);
    expect(refused).toBe('resolved_by_author');
    expect((await listOpenRemarks(province, articleId)).remarks).toHaveLength(1);
    await expect(
      db.remark.update({ where: { id: remarkId }, data: { text: 'Khác' }, select: { id: true } }),
    ).rejects.toThrow();
  });

  test('is refused where its words are not, or are there no more', async () => {
    const articleId = await story();
    for (const change of [{ passage: 1 }, { passage: 90 }, { quote: 'Chữ không có' }, { locale: 'en' as const }])
      expect(await remarkOnArticle(province, on(articleId, change)), JSON.stringify(change)).toEqual({
        ok: false,
        problem: 'passage-changed',
      });
  });

  test('stays open in the next edition, and is found there by its words', async () => {
    const articleId = await submitted(writer, await story());
    await remarked(articleId);
    const version = await versionOf(province, articleId);
    await approveArticle(province, { articleId, version, locales: [] });
    const { kind: _kind, unitId: _unit, ...words } = writing(union.longHung, { bodyVi: 'Một đoạn mới.' });
    const now = await versionOf(writer, articleId);
    expect((await editArticle(writer, { ...words, articleId, version: now })).ok).toBe(true);
    expect((await listOpenRemarks(writer, articleId)).remarks).toMatchObject([{ edition: 1 }]);
    expect((await findStanding(writer, articleId))?.remarks).toBe(1);
  });

  test('is made to a step of a guide as well', async () => {
    const articleId = await drafted(writer, writing(union.longHung, { kind: 'guide' }));
    await stepped(writer, articleId);
    expect((await remarkOnArticle(province, on(articleId, { passage: 3, quote: 'Mở máy' }))).ok).toBe(true);
  });

  test('is made to a line of an alert and to the easy version too, of which each is found by its own words', async () => {
    const articleId = await drafted(
      writer,
      writing(union.longHung, { kind: 'alert', easyReadVi: 'Câu ngắn.\nTắt máy.' }),
    );
    for (const [passage, quote] of [
      [3, 'Người lạ gọi'],
      [5, 'Công an 113'],
      [7, 'Tắt máy.'],
    ] as const)
      expect((await remarkOnArticle(province, on(articleId, { passage, quote }))).ok, quote).toBe(true);
    const wrong = on(articleId, { passage: 8, quote: 'Tắt máy.' });
    expect(await remarkOnArticle(province, wrong)).toEqual({ ok: false, problem: 'passage-changed' });
    expect(await remarkOnArticle(neighbour, on(articleId, { passage: 3, quote: 'Người lạ gọi' }))).toEqual({
      ok: false,
      problem: 'not-found',
    });
  });

  test('is made to a picture, of which its number is kept and no word', async () => {
    const picture = `[[/admin/pictures/${await wholePicture(writer, union.khuPho5, 'nobody')}]]`;
    const articleId = await drafted(writer, writing(union.longHung, { bodyVi: `Một.\n\n${picture}` }));
    await remarked(articleId, { passage: 2, quote: picture });
    expect((await listOpenRemarks(writer, articleId)).remarks).toMatchObject([{ passage: 2, quote: picture }]);
    expect(await remarkOnArticle(province, on(articleId, { passage: 2, quote: 'Chị em học gọi video' }))).toEqual({
      ok: false,
      problem: 'passage-changed',
    });
  });
});

test('a remark is made to the picture at the head, behind all words, and is gone once another picture stands there', async () => {
  const [first, other] = [await headPicture(), await headPicture()];
  const articleId = await story();
  const choose = async (pictureId: string) =>
    chooseLeadPicture(writer, { articleId, pictureId, version: await versionOf(writer, articleId) });
  const quote = `[[/admin/pictures/${first}]]`;
  const passages = async () => (await findArticle(writer, articleId))?.texts.map((text) => passagesOf(text)) ?? [];
  const behind = (await passages())[0]?.length ?? 0;
  expect(await remarkOnArticle(province, on(articleId, { passage: behind, quote }))).toMatchObject({ ok: false });
  expect((await choose(first)).ok).toBe(true);
  const article = await findArticle(writer, articleId);
  const told = article && (await mapTextPictures(writer, article, 'vi')).get(first);
  expect(told).toEqual({ id: first, words: 'Chị em học gọi video', caption: '', state: 'shown' });
  await remarked(articleId, { passage: behind, quote });
  for (const [wrong, by] of [
    [{ passage: behind - 1, quote }, province],
    [{ passage: behind, quote: quote.replace(first, other) }, province],
    [{ passage: behind, quote }, neighbour],
    [{ passage: behind, quote }, reader],
  ] as const)
    expect(await remarkOnArticle(by, on(articleId, wrong)), JSON.stringify(wrong)).toMatchObject({ ok: false });
  const { remarks } = await listOpenRemarks(writer, articleId);
  expect(remarks).toMatchObject([{ passage: behind, quote }]);
  expect(placedIn(remarks, (await passages())[0] ?? []).at.get(behind)).toHaveLength(1);
  expect((await choose(other)).ok).toBe(true);
  expect(placedIn(remarks, (await passages())[0] ?? []).gone).toHaveLength(1);
});

describe('what is remarked', () => {
  test('is words, whatever it looks like, and no longer than two thousand signs', async () => {
    const articleId = await drafted(
      writer,
      writing(union.longHung, { bodyVi: 'Chị gõ "><img src=x onerror=alert(1)> vào ô tìm.' }),
    );
    const text = '<script>alert(1)</script>\u202e <a href="javascript:alert(1)">đây</a>';
    const sent = { ...on(articleId), passage: '1', quote: '"><img src=x onerror=alert(1)>', text };
    const input = remarkInput.parse(sent);
    await remarked(articleId, input);
    const [remark] = (await listOpenRemarks(writer, articleId)).remarks;
    expect(remark?.quote).toBe('"><img src=x onerror=alert(1)>');
    expect(remark?.text).toBe('<script>alert(1)</script> <a href="javascript:alert(1)">đây</a>');
    for (const wrong of [
      { text: 'x'.repeat(2_001) },
      { text: ' \u200b ' },
      { quote: 'x'.repeat(201) },
      { passage: -1 },
    ])
      expect(remarkInput.safeParse({ ...sent, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
  });

  test('is of a passage that begins with a small picture too: two hundred signs of a quote are counted as one sees them', async () => {
    const bodyVi = `${'💐'.repeat(30)} ${'Chị em ơi '.repeat(30)}`;
    const articleId = await drafted(writer, writing(union.longHung, { bodyVi }));
    const quote = quoteOf(bodyVi);
    expect(quote.length).toBeGreaterThan(QUOTE_MAX);
    await remarked(articleId, remarkInput.parse({ ...on(articleId), passage: '1', quote }));
    expect((await listOpenRemarks(writer, articleId)).remarks).toMatchObject([{ passage: 1, quote }]);
    expect(remarkInput.safeParse({ ...on(articleId), quote: '💐'.repeat(QUOTE_MAX) }).success).toBe(true);
    expect(remarkInput.safeParse({ ...on(articleId), quote: '💐'.repeat(QUOTE_MAX + 1) }).success).toBe(false);
  });

  test('is a hundred at once and no more, also where two are quick, until one is done with', async () => {
    const articleId = await story();
    const { editionId } = await db.editionText.findFirstOrThrow({
      where: { edition: { articleId } },
      select: { editionId: true },
    });
    const row = { editionId, locale: 'vi', passage: 2, quote: 'Các', text: 'Sửa', writtenById: province.accountId };
    await db.remark.createMany({ data: Array.from({ length: REMARKS_MAX - 1 }, () => row) });
    const both = await Promise.all([
      remarkOnArticle(province, on(articleId)),
      remarkOnArticle(await another(province), on(articleId)),
    ]);
    expect(both.map((result) => (result.ok ? 'made' : result.problem)).sort()).toEqual(['made', 'too-many-remarks']);
    const { remarks } = await listOpenRemarks(writer, articleId);
    expect(remarks).toHaveLength(REMARKS_MAX);
    await resolveRemark(writer, { articleId, remarkId: remarks[0]?.id ?? '' });
    expect((await remarkOnArticle(province, on(articleId))).ok).toBe(true);
  });
});
