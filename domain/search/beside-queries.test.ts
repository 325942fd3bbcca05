import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, instantAt, today } from '@/domain/days/day';
import type { Piece } from '@/domain/texts/excerpt';
import { db } from '@/prisma/client';
import { createAccount } from '@/test/factories/accounts';
import { createArticle } from '@/test/factories/articles';
import { createModel } from '@/test/factories/digital-models';
import { createMember } from '@/test/factories/people';
import { createCourse, createSession, createSkill } from '@/test/factories/trainings';
import {
  createCommune,
  createProvince,
  createSubAssociation,
  keepRecords,
  type MadeUnit,
} from '@/test/factories/units';
import { listPublishedWays } from './name-queries';
import { searchPublished } from './queries';
import { countsOf, type Narrowing } from './search';
import { listPublishedSuggestions } from './suggestion-queries';

const plain = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
const find = (question: string, narrowing: Narrowing = {}) => searchPublished('vi', question, narrowing);

let province: MadeUnit;
let longHung: MadeUnit;
let trangDai: MadeUnit;
let khuPho: MadeUnit;
let skill: Awaited<ReturnType<typeof createSkill>>;

beforeAll(async () => {
  province = await createProvince(db);
  longHung = await createCommune(db, province, { name: 'Long Hưng', slug: 'long-hung' });
  trangDai = await createCommune(db, province, { name: 'Trảng Dài', slug: 'trang-dai' });
  khuPho = await createSubAssociation(db, longHung, { name: 'Khu phố 5' });
  skill = await createSkill(db);
});

describe('classes to come', () => {
  beforeAll(async () => {
    const vneid = await createCourse(db, { title: 'Dùng VNeID', titleEn: 'Using VNeID', skills: [skill] });
    const payment = await createCourse(db, { title: 'Thanh toán không tiền mặt', titleEn: 'Paying without cash' });
    const hold = (slug: string, course: typeof vneid, unit: MadeUnit, days: number, state?: 'proposed' | 'approved') =>
      createSession(db, {
        course,
        unit,
        slug,
        startsAt: instantAt(addDays(today(), days), '08:00').toISOString(),
        endsAt: instantAt(addDays(today(), days), '10:00').toISOString(),
        ...(state && { state }),
      });
    await hold('vneid-long-hung', vneid, khuPho, 3);
    await hold('vneid-trang-dai', vneid, trangDai, 2);
    await hold('payment-long-hung', payment, longHung, 1);
    await hold('vneid-proposed', vneid, longHung, 4, 'proposed');
    await hold('vneid-over', vneid, longHung, -3);
  });
  const slugs = async (question: string, narrowing: Narrowing = {}) =>
    (await find(question, narrowing)).sessions.sessions.map(({ slug }) => slug);

  test('are found by course, by place and by both, the first to begin first; what is over or only proposed never', async () => {
    expect(await slugs('vneid')).toEqual(['vneid-trang-dai', 'vneid-long-hung']);
    expect(await slugs('long hung')).toEqual(['payment-long-hung', 'vneid-long-hung']);
    expect(await slugs('lớp VNeID Long Hưng')).toEqual(['vneid-long-hung']);
    expect(await slugs('vneid phu rieng')).toEqual([]);
    expect((await searchPublished('en', 'class using vneid')).sessions.count).toBe(2);
  });

  test('are narrowed to a commune, a topic and a year', async () => {
    expect(await slugs('vneid', { commune: 'trang-dai' })).toEqual(['vneid-trang-dai']);
    expect(await slugs('lop', { topic: skill.code })).toEqual(['vneid-trang-dai', 'vneid-long-hung']);
    expect(await slugs('vneid', { to: '2000-12-31' })).toEqual([]);
    expect(await slugs('vneid', { kind: 'news' })).toEqual([]);
  });

  test('come page by page, each once, and their number is told on each', async () => {
    const course = await createCourse(db, { title: 'Bán hàng' });
    for (let number = 0; number < 25; number++)
      await createSession(db, {
        course,
        unit: trangDai,
        startsAt: instantAt(addDays(today(), 5 + (number % 3)), '08:00').toISOString(),
        endsAt: instantAt(addDays(today(), 5 + (number % 3)), '09:00').toISOString(),
      });
    const first = (await find('ban hang', { kind: 'session' })).sessions;
    const second = (await find('ban hang', { kind: 'session', after: first.next ?? '' })).sessions;
    const ids = [...first.sessions, ...second.sessions].map(({ id }) => id);
    expect([first.count, second.count, second.next]).toEqual([25, 25, null]);
    expect([ids.length, new Set(ids).size]).toEqual([25, 25]);
    expect((await find('ban hang')).sessions).toMatchObject({ count: 25, sessions: Array(5).fill({}) });
  });
});

describe('models', () => {
  test('are found by their name where their commune reports, and lead to it; ended ones and those of a silent one are not', async () => {
    await createModel(db, khuPho, { kind: 'digital_womens_club', name: 'CLB Sen Hồng' });
    await createModel(db, khuPho, { name: 'CLB Sen Hồng cũ', status: 'ended' });
    await createModel(db, trangDai, { name: 'CLB Sen Hồng xa' });
    expect((await find('sen hong')).models).toEqual([]);
    await keepRecords(db, longHung);
    const { models } = await find('Sen Hồng');
    expect(models.map(({ name, place }) => [plain(name), place?.slug])).toEqual([['CLB Sen Hồng', 'long-hung']]);
    expect((await find('sen hong', { commune: 'trang-dai' })).models).toEqual([]);
  });

  test('of which two hundred bear one name are told by their kind alone', async () => {
    await keepRecords(db, trangDai);
    for (let number = 0; number < 200; number++) await createModel(db, trangDai, { name: `Nhà số ${number}` });
    expect((await find('nha so')).models).toEqual([]);
    expect((await find('nha so 117')).models.map(({ name }) => plain(name))).toEqual(['Nhà số 117']);
  });
});

test('a woman on record is found by nobody who looks from outside', async () => {
  await createMember(db, khuPho, { name: 'Lâm Thị Ngọc Điệp' });
  const found = await find('Lâm Thị Ngọc Điệp');
  expect(JSON.stringify(found)).not.toMatch(/Điệp/);
  expect(await listPublishedSuggestions('vi', 'Lâm Thị Ngọc Điệp')).toEqual([]);
});

describe('what may have been meant', () => {
  test('a commune named within a question is found; one that is nearly named is told to be only near', async () => {
    const communes = async (question: string) => {
      const found = await find(question);
      return { found: found.communes.map(({ name }) => name), near: found.near, count: countsOf(found).commune };
    };
    expect(await communes('lop vneid o long hung')).toEqual({ found: ['Long Hưng'], near: [], count: 1 });
    expect(await communes('lòng hưn')).toEqual({ found: ['Long Hưng'], near: [], count: 1 });
    expect(await communes('logn hung')).toEqual({ found: [], near: ['Long Hưng'], count: 0 });
  });

  test('a name that is met leaves no other one to be meant', async () => {
    await createCommune(db, province, { name: 'Lộc Hưng', slug: 'loc-hung' });
    expect((await find('long hung')).communes.map(({ name }) => name)).toEqual(['Long Hưng']);
    expect((await find('long hung')).near).toEqual([]);
    expect((await find('logn hung')).near).toContain('Lộc Hưng');
  });

  test('is a topic or a title that is nearly what was typed, of what is public alone', async () => {
    const by = { unit: province, author: await createAccount(db), approver: await createAccount(db) };
    const { slugs } = await createArticle(db, { ...by, title: 'Cảnh giác cuộc gọi lừa đảo' });
    await createArticle(db, { ...by, title: 'Cảnh giác cuộc gọi lừa đảo, bản nháp', state: 'draft' });
    await db.skill.update({ where: { id: skill.id }, data: { nameVi: 'Bán hàng trực tuyến' } });
    expect(await listPublishedSuggestions('vi', 'canh giac cuoc goi lua dap')).toEqual([
      { what: 'article', kind: 'news', slug: slugs.vi, name: 'Cảnh giác cuộc gọi lừa đảo' },
    ]);
    expect(await listPublishedSuggestions('vi', 'bán hang trục tuyn')).toEqual([
      { what: 'topic', name: 'Bán hàng trực tuyến' },
    ]);
    for (const question of ['xyzwq', 'abc', "'%_\\", ''])
      expect(await listPublishedSuggestions('vi', question)).toEqual([]);
  });
});

describe('what lies near', () => {
  const ways = async (question: string, narrowing: Narrowing = {}) => {
    const found = await find(question, narrowing);
    const { meant, ways } = await listPublishedWays('vi', question, [], found, 'slight');
    return { meant: meant.map(({ name }) => name), ways: ways.map(({ name }) => name) };
  };

  test('is a topic, and a guide once it is public; a slip is told beside what was found too', async () => {
    await db.skill.update({ where: { id: skill.id }, data: { nameVi: 'Bán hàng trực tuyến' } });
    const by = { unit: province, author: await createAccount(db), approver: await createAccount(db) };
    await createArticle(db, { ...by, kind: 'guide', title: 'Gói hàng trực tuyến', state: 'draft' });
    expect(await ways('hàng trực tuyến')).toEqual({ meant: [], ways: ['Bán hàng trực tuyến'] });
    await createArticle(db, { ...by, kind: 'guide', title: 'Gói hàng trực tuyến' });
    expect((await ways('hàng trực tuyến', { kind: 'session' })).ways).toEqual([
      'Bán hàng trực tuyến',
      'Gói hàng trực tuyến',
    ]);
    expect((await ways('hàng trực tuyến')).ways).toEqual(['Bán hàng trực tuyến']);
    expect((await ways('hnag trực tuyến')).meant).toEqual(['Bán hàng trực tuyến', 'Gói hàng trực tuyến']);
  });

  test('is what the classes that were found are about, but where a place was named', async () => {
    expect((await ways('vneid')).ways).toEqual(['Bán hàng trực tuyến']);
    expect((await ways('trang dai')).ways).toEqual([]);
  });

  test('is the commune that stands in a question for classes alone, and no woman', async () => {
    expect((await ways('vneid long hung', { kind: 'session' })).ways).toContain('Long Hưng');
    expect(await ways('Lâm Thị Ngọc Điệp')).toEqual({ meant: [], ways: [] });
  });
});
