import { beforeAll, describe, expect, test } from 'vitest';
import type { Piece } from '@/domain/texts/excerpt';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { createSkill } from '@/test/factories/trainings';
import { createCommune, createProvince, type MadeUnit } from '@/test/factories/units';
import { searchPublishedArticles } from './article-queries';
import type { Narrowing } from './search';

type Written = Parameters<typeof createArticle>[1];
let by: Pick<Written, 'unit' | 'author' | 'approver'>;
let commune: MadeUnit;
let topic: Awaited<ReturnType<typeof createSkill>>;

const write = (title: string, more: Partial<Written> = {}) => createArticle(db, { ...by, title, ...more });
const plain = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
const marked = (pieces: readonly Piece[]) => pieces.filter(({ found }) => found).map(({ text }) => text);
const find = (question: string, narrowing: Narrowing = {}) => searchPublishedArticles('vi', question, narrowing);
const titles = async (question: string, narrowing: Narrowing = {}) =>
  (await find(question, narrowing)).articles.map(({ title }) => plain(title));

beforeAll(async () => {
  const unit = await createProvince(db);
  by = { unit, author: await createAccount(db), approver: await createAccount(db) };
  commune = await createCommune(db, unit, { name: 'Long Hưng', slug: 'long-hung' });
  topic = await createSkill(db);
});

describe('an article that holds the words', () => {
  test('in its title stands before one in its summary, and that before one in its text, whichever is the newest', async () => {
    const body = { markdown: 'Kể chuyện bánh tét, bánh tét và bánh tét.', publishedAt: '2026-03-01T07:00:00+07:00' };
    await write('Trong bài', body);
    await write('Trong tóm tắt', { publishedAt: '2026-02-01T07:00:00+07:00', summary: 'Gói bánh tét.' });
    await write('Bánh tét bán trên mạng', { publishedAt: '2025-09-01T07:00:00+07:00' });
    expect(await titles('banh tet')).toEqual(['Bánh tét bán trên mạng', 'Trong tóm tắt', 'Trong bài']);
  });

  test('at the beginnings of words in its title stands before a newer one that has them as the end of one', async () => {
    const older = { publishedAt: '2025-09-01T07:00:00+07:00' };
    await write('“An toàn” khi mua sắm', older);
    await write('Sân toàn ánh nắng', { publishedAt: '2025-10-01T07:00:00+07:00' });
    expect(await titles('an toan')).toEqual(['“An toàn” khi mua sắm', 'Sân toàn ánh nắng']);
  });

  test('as well as another one stands before it when it is newer', async () => {
    await write('Chợ phiên xưa', { publishedAt: '2025-09-01T07:00:00+07:00' });
    await write('Chợ phiên nay', { publishedAt: '2026-03-01T07:00:00+07:00' });
    expect(await titles('cho phien')).toEqual(['Chợ phiên nay', 'Chợ phiên xưa']);
  });

  test('is found in whatever order they are typed, with signs or without, also in a part of a longer word with signs', async () => {
    await write('Mô hình 1+1', { markdown: 'Chỉ tin trang vneid.gov.vn, không bấm đường dẫn lạ.' });
    for (const question of ['1+1', 'duong dan la', 'la duong dan', 'gov.vn', 'VNeID.gov', '(“bấm”)'])
      expect(await titles(question), question).toEqual(['Mô hình 1+1']);
  });

  test('shows them with their marks, in at most 160 letters around where they stand in a long text', async () => {
    const markdown = `${'Đoạn mở đầu kể dài. '.repeat(400)}\n\nChị Tư hòa giải chuyện ví điện tử.\n\n${'Đoạn kết. '.repeat(400)}`;
    await write('Chuyện tổ 3', { markdown });
    const [article] = (await find('hoà giải vi dien')).articles;
    expect(marked(article?.excerpt ?? [])).toEqual(['hòa', 'giải', 'ví', 'điện']);
    expect(plain(article?.excerpt ?? []).length).toBeLessThanOrEqual(160);
    expect(marked(article?.title ?? [])).toEqual([]);
  });

  test('in the parts of a guide is found by them once they are public, and not before', async () => {
    const { id, editionId } = await write('Nạp tiền điện thoại', { state: 'draft' });
    const where = { editionId_locale: { editionId, locale: 'vi' } };
    const text = await db.editionText.findUniqueOrThrow({ where, select: { id: true } });
    await db.guideStep.create({
      data: { textId: text.id, position: 1, part: 'need', title: 'Mang theo', body: 'Thẻ cào còn nguyên.' },
    });
    await db.editionDecision.create({ data: { editionId, kind: 'submitted', decidedById: by.author.id } });
    await db.editionDecision.create({ data: { editionId, kind: 'approved', decidedById: by.approver.id } });
    expect(await titles('the cao')).toEqual([]);
    const now = new Date();
    await db.publication.create({
      data: { articleId: id, locale: 'vi', textId: text.id, plannedAt: now, publishedAt: now },
    });
    expect(await titles('the cao')).toEqual(['Nạp tiền điện thoại']);
    const [article] = (await find('the cao')).articles;
    expect(marked(article?.excerpt ?? [])).toEqual(['theo', 'Thẻ', 'cào']);
    expect(plain(article?.excerpt ?? [])).toContain('Mang theo. Thẻ cào còn nguyên.');
  });
});

describe('what was corrected', () => {
  const correct = async (title: string, changeNote: string) => {
    const { id } = await write(title);
    const where = { articleId: id, locale: 'vi' };
    await db.publication.updateMany({ where, data: { endedAt: new Date(), endReason: 'superseded', changeNote } });
    const before = await db.publication.findFirstOrThrow({ where, select: { textId: true } });
    const now = new Date();
    await db.publication.create({
      data: { articleId: id, locale: 'vi', textId: before.textId, plannedAt: now, publishedAt: now },
    });
    return id;
  };

  test('leads to the piece whose page says so, is shown, and is found no more once it is emptied', async () => {
    const id = await correct('Số nóng mới', 'Sửa số tổng đài từ ba số thành bốn số.');
    expect(await titles('tong dai bon so')).toEqual(['Số nóng mới']);
    const [article] = (await find('tong dai bon so')).articles;
    expect(plain(article?.excerpt ?? [])).toContain('Sửa số tổng đài từ ba số thành bốn số.');
    await db.publication.updateMany({ where: { articleId: id }, data: { changeNote: null } });
    expect(await titles('tong dai bon so')).toEqual([]);
    expect(await titles('so nong moi')).toEqual(['Số nóng mới']);
  });

  test('is not found by a name in it that was taken back, and is again once she agrees anew', async () => {
    const id = await correct('Lớp tối thứ ba', 'Sửa tuổi của chị Ông Thị Đính Chính.');
    const say = (answer: 'taken_back' | 'agreed') =>
      db.articleNaming.create({
        data: {
          articleId: id,
          name: 'Ông Thị Đính Chính',
          answer,
          channel: 'phone',
          agreedOn: new Date('2026-03-01'),
          saidById: by.author.id,
        },
      });
    expect(await titles('ong thi dinh chinh')).toHaveLength(1);
    await say('taken_back');
    expect(await titles('ong thi dinh chinh')).toEqual([]);
    await say('agreed');
    expect(await titles('ong thi dinh chinh')).toHaveLength(1);
  });
});

describe('people in stories', () => {
  test('are found by nothing once what told of them was withdrawn with their consent', async () => {
    const { id } = await write('Cô Út Mười Lăm học số', { kind: 'story', markdown: 'Cô Út Mười Lăm ở ấp Bến Cam.' });
    expect(await titles('ut muoi lam')).toHaveLength(1);
    await db.publication.updateMany({
      where: { articleId: id },
      data: { endedAt: new Date(), endReason: 'consent_withdrawn' },
    });
    for (const question of ['ut muoi lam', 'ben cam']) expect(await titles(question)).toEqual([]);
  });
});

describe('a search that is narrowed', () => {
  beforeAll(async () => {
    await write('Vòng tay số 1', { communes: [commune], kind: 'story' });
    await write('Vòng tay số 2', { topics: [topic] });
    await write('Vòng tay số 3', { publishedAt: '2025-09-01T07:00:00+07:00', titleEn: 'Bracelet number 3' });
  });

  test('holds what is told of a commune, has a topic, or is of some days, and nothing else', async () => {
    expect(await titles('vong tay', { commune: 'long-hung' })).toEqual(['Vòng tay số 1']);
    expect(await titles('vong tay', { topic: topic.code })).toEqual(['Vòng tay số 2']);
    expect(await titles('vong tay', { from: '2025-01-01', to: '2025-12-31' })).toEqual(['Vòng tay số 3']);
    expect(await titles('vong tay', { from: '2025-09-01', to: '2025-09-01' })).toEqual(['Vòng tay số 3']);
    expect(await titles('vong tay', { to: '2025-08-31' })).toEqual([]);
    expect(await titles('vong tay', { from: '2025-09-02' })).not.toContain('Vòng tay số 3');
    expect(await titles('vong tay', { commune: 'long-hung', topic: topic.code })).toEqual([]);
    expect(await titles('vong tay', { commune: "' OR true --" })).toEqual([]);
  });

  test('to a kind says how many there are of the others all the same', async () => {
    const { articles, counts } = await find('vong tay', { kind: 'story' });
    expect(articles.map(({ kind }) => kind)).toEqual(['story']);
    expect(counts).toEqual({ story: 1, news: 2 });
    expect((await find('vong tay', { kind: 'commune' })).counts).toEqual({ story: 1, news: 2 });
  });

  test('to the other language finds its words there, and not those of this one', async () => {
    expect(await titles('bracelet', { language: 'en' })).toEqual(['Bracelet number 3']);
    expect(await titles('bracelet')).toEqual([]);
    expect(await titles('vong tay', { language: 'en' })).toEqual([]);
  });
});

test('page by page each article comes once, in one order, and the key of nothing begins anew', async () => {
  for (let number = 1; number <= 45; number++)
    await write(number % 2 ? `Nón lá ${number}` : `Bài ${number}`, { markdown: 'Đan nón lá.' });
  const seen: string[] = [];
  let after: string | null = '';
  for (let page = 0; after !== null && page < 9; page++) {
    const { articles, next } = await find('non la', after ? { after } : {});
    expect(articles.length).toBeLessThanOrEqual(20);
    seen.push(...articles.map(({ slug }) => slug));
    after = next;
  }
  expect(new Set(seen).size).toBe(45);
  expect(seen).toHaveLength(45);
  const first = await titles('non la');
  for (const key of ['', '1', '9999999.x', `12.${'0'.repeat(36)}`, "1.'--"])
    expect(await titles('non la', { after: key })).toEqual(first);
});
