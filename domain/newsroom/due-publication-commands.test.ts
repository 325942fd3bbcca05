import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { draftInput } from '@/domain/articles/article';
import { editArticle } from '@/domain/articles/commands';
import { findPublishedArticle } from '@/domain/articles/queries';
import { addDays, clockOf, dayOf, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { db, refusal } from '@/prisma/client';
import { drafted, published, submitted, versionOf, withdrawing, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle } from './decision-commands';
import { settleDuePublications } from './due-publication-commands';
import { listArticleEvents } from './history-queries';
import { publishArticle, unscheduleArticle, withdrawArticle } from './publish-commands';
import { minutesLate } from './standing';
import { findStanding } from './standing-queries';
import { findWaitingArticles } from './waiting-queries';

let union: TestUnion;
let editor: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  province = await makeViewer('province_official', union.province);
});

const MINUTE = 60_000;
const read = async (articleId: string, locales: Locale[] = ['vi']) => ({
  articleId,
  version: await versionOf(editor, articleId),
  locales,
});
const tomorrow = () => ({ day: addDays(today(), 1), time: '07:00' });
const waitsToBePublished = async (articleId: string) =>
  (await findWaitingArticles(editor, 50)).toPublish.first.some(({ id }) => id === articleId);
const stepOf = async (articleId: string) => (await findStanding(editor, articleId))?.languages[0]?.step;

/** An approved article that has an hour. */
async function scheduled(titleVi: string): Promise<string> {
  const id = await submitted(editor, await drafted(editor, writing(union.province, { titleVi })));
  const result = await approveArticle(province, { ...(await read(id)), ...tomorrow() });
  expect(result).toMatchObject({ ok: true, value: { went: 'scheduled', shown: [] } });
  return id;
}

/** Its hour came so many minutes ago. */
const come = (articleId: string, minutes: number) =>
  db.publication.updateMany({
    where: { articleId, publishedAt: null },
    data: { plannedAt: new Date(Date.now() - minutes * MINUTE), createdAt: new Date(Date.now() - 24 * 60 * MINUTE) },
  });
const liveOf = (articleId: string) =>
  db.publication.count({ where: { articleId, publishedAt: { not: null }, endedAt: null } });

describe('an hour', () => {
  test('is kept to the minute of Viet Nam, and nobody reads the text before', async () => {
    const id = await scheduled('Hẹn bảy giờ sáng');
    const [plan] = await db.publication.findMany({ where: { articleId: id }, take: 1 });
    expect([dayOf(plan?.plannedAt ?? new Date(0)), clockOf(plan?.plannedAt ?? new Date(0))]).toEqual([
      addDays(today(), 1),
      '07:00',
    ]);
    expect(await stepOf(id)).toBe('scheduled');
    await settleDuePublications();
    expect(await findPublishedArticle('vi', 'story', 'hen-bay-gio-sang')).toBeNull();
  });

  test('that is over is asked for again, half an hour too, and an end before the beginning', async () => {
    const id = await submitted(editor, await drafted(editor, writing(union.province)));
    const approve = async (change: object) => {
      const result = await approveArticle(province, { ...(await read(id)), ...change });
      return result.ok ? 'ok' : result.problem;
    };
    expect(await approve({ day: addDays(today(), -1), time: '07:00' })).toBe('hour-past');
    expect(await approve({ day: addDays(today(), 1) })).toBe('hour-needed');
    expect(await approve({ ...tomorrow(), endDay: today() })).toBe('end-too-early');
    expect((await findStanding(editor, id))?.editionState).toBe('submitted');
  });

  test('that has come puts the text out once, by two clocks at once, with an address and told by its parts', async () => {
    const id = await scheduled('Đến giờ thì lên');
    await come(id, 0);
    const told: string[] = [];
    const settle = () => settleDuePublications(undefined, ({ shown }) => told.push(...shown.map((each) => each.id)));
    await Promise.all([settle(), settle()]);
    expect(told).toEqual([id]);
    expect(await liveOf(id)).toBe(1);
    expect(await findPublishedArticle('vi', 'story', 'den-gio-thi-len')).toMatchObject({ id });
    expect(await settleDuePublications()).toBe(0);
  });

  test('that nobody was up for is late, once, and says by how much', async () => {
    const id = await scheduled('Đồng hồ đứng');
    await come(id, 12);
    await settleDuePublications();
    const shown = (await findStanding(editor, id))?.languages[0]?.shown;
    expect(shown && minutesLate(shown)).toBe(12);
    const events = await listArticleEvents(editor, id);
    expect(events?.find(({ what }) => what === 'publishedLate')).toMatchObject({ late: 12, by: null });
    expect(events?.find(({ what }) => what === 'scheduled')).toMatchObject({ by: province.displayName });
  });

  test('supersedes what readers see in that language alone', async () => {
    const input = writing(union.province, { titleVi: 'Bản cũ còn đó' });
    const id = await published(editor, input);
    const { kind: _kind, unitId: _unit, ...words } = draftInput.parse({ ...input, titleVi: 'Bản mới theo giờ' });
    await editArticle(editor, { ...words, articleId: id, version: await versionOf(editor, id) });
    await submitted(editor, id);
    await approveArticle(province, { ...(await read(id)), ...tomorrow() });
    expect(await findPublishedArticle('vi', 'story', 'ban-cu-con-do')).toMatchObject({ title: 'Bản cũ còn đó' });
    await come(id, 0);
    await settleDuePublications();
    expect(await findPublishedArticle('vi', 'story', 'ban-cu-con-do')).toMatchObject({ title: 'Bản mới theo giờ' });
    expect(await liveOf(id)).toBe(2);
  });

  test('is taken back before anybody writes on: in words, and by the database', async () => {
    const input = writing(union.province, { titleVi: 'Sửa bài đã hẹn' });
    const id = await scheduled('Sửa bài đã hẹn');
    const { kind: _kind, unitId: _unit, ...words } = input;
    const edit = async () => editArticle(editor, { ...words, articleId: id, version: await versionOf(editor, id) });
    expect(await edit()).toMatchObject({ ok: false, problem: 'scheduled' });
    const secretly = db.$executeRaw`INSERT INTO edition (id, article_id, number) VALUES (app.uuid7(), ${id}::uuid, 9)`;
    expect(refusal(await secretly.catch((error: unknown) => error))).toBe('scheduled_first');
    expect(await waitsToBePublished(id)).toBe(false);
    expect((await unscheduleArticle(editor, { articleId: id, locales: [] })).ok).toBe(true);
    expect(await stepOf(id)).toBe('approved');
    expect(await waitsToBePublished(id)).toBe(true);
    await settleDuePublications();
    expect(await liveOf(id)).toBe(0);
    // it is approved still: another hour, or now, and no second reading
    expect((await publishArticle(editor, await read(id))).ok).toBe(true);
    expect(await waitsToBePublished(id)).toBe(false);
  });

  test('of another language stays while readers see something, and falls away as the last of it is withdrawn', async () => {
    const id = await scheduled('Gỡ hết bản đang đăng');
    await publishArticle(editor, await read(id, ['en']));
    expect((await withdrawArticle(editor, withdrawing(id))).ok).toBe(true);
    expect(await stepOf(id)).toBe('approved');

    const input = writing(union.province);
    const both = await published(editor, input);
    const { kind: _kind, unitId: _unit, ...words } = draftInput.parse({ ...input, titleVi: 'Bản sẽ lên theo giờ' });
    await editArticle(editor, { ...words, articleId: both, version: await versionOf(editor, both) });
    await submitted(editor, both);
    await approveArticle(province, { ...(await read(both)), ...tomorrow() });
    await withdrawArticle(editor, { ...withdrawing(both), locales: ['en'] });
    expect(await stepOf(both)).toBe('scheduled');
    await withdrawArticle(editor, withdrawing(both));
    expect(await stepOf(both)).toBe('approved');
  });

  test('of what nobody reads yet is not taken back by withdrawing', async () => {
    const id = await scheduled('Chưa có gì để gỡ');
    const answer = await withdrawArticle(editor, { ...withdrawing(id), locales: ['vi', 'en'] });
    expect(answer).toEqual({ ok: false, problem: 'nothing-public' });
    expect(await stepOf(id)).toBe('scheduled');
  });

  test('of a text that is withdrawn falls away with it', async () => {
    const id = await scheduled('Hẹn rồi gỡ');
    await publishArticle(editor, await read(id, ['en']));
    expect((await withdrawArticle(editor, { ...withdrawing(id), locales: ['vi', 'en'] })).ok).toBe(true);
    await come(id, 0);
    await settleDuePublications();
    expect(await liveOf(id)).toBe(0);
  });
});

describe('a planned end', () => {
  test('takes the text from its readers once, and says that it was planned', async () => {
    const id = await submitted(editor, await drafted(editor, writing(union.province, { titleVi: 'Có hạn' })));
    await approveArticle(province, { ...(await read(id)), endDay: addDays(today(), 3) });
    expect(await findPublishedArticle('vi', 'story', 'co-han')).toMatchObject({ id });
    await settleDuePublications();
    expect(await liveOf(id)).toBe(1);
    const past = new Date(Date.now() - MINUTE);
    await db.publication.updateMany({
      where: { articleId: id },
      data: { plannedAt: new Date(past.getTime() - MINUTE), plannedEnd: past },
    });
    const ended: boolean[] = [];
    const settle = () => settleDuePublications(undefined, (settled) => ended.push(settled.ended));
    await Promise.all([settle(), settle()]);
    expect(ended).toEqual([true]);
    expect(await findPublishedArticle('vi', 'story', 'co-han')).toBeNull();
    expect(await stepOf(id)).toBe('expired');
    // put out again it needs no new approval
    expect((await publishArticle(editor, await read(id))).ok).toBe(true);
  });

  test('that was over before anybody was up leaves the text unpublished', async () => {
    const id = await scheduled('Hết hạn trước khi lên');
    await come(id, 30);
    await db.publication.updateMany({ where: { articleId: id }, data: { plannedEnd: new Date(Date.now() - MINUTE) } });
    await settleDuePublications();
    expect(await liveOf(id)).toBe(0);
    expect(await stepOf(id)).toBe('approved');
  });
});
