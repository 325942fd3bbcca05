import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import type { DraftInput } from '@/domain/articles/article';
import { findArticle } from '@/domain/articles/draft-queries';
import { settleSubjectPersons } from '@/domain/articles/subject-person/settle-commands';
import { findEndedStories } from '@/domain/articles/subject-person/subject-person-queries';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import { findPublishedNotice } from '@/domain/newsroom/notice-queries';
import { makePreviewLink } from '@/domain/newsroom/previews/preview-link-commands';
import { publishArticle, withdrawArticle } from '@/domain/newsroom/publish-commands';
import { nameKey } from '@/domain/people/name';
import { db, refusal } from '@/prisma/client';
import { another, drafted, submitted, versionOf, withdrawing, writing } from '@/test/stages/articles';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { begin, outOf, rewrite } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { fieldOf, type NamingInput } from './naming';
import { takeNameBack } from './taken-back-commands';
import { listNamesIn } from './taken-back-queries';

let union: TestUnion;
let official: Viewer;
let colleague: Viewer;
let head: Viewer;
let neighbour: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  colleague = await another(official);
  head = await makeViewer('sub_association_head', union.khuPho5);
  neighbour = await makeViewer('commune_official', union.trangDai);
});

const name = 'Tô Thị Rút Lời';
const field = fieldOf({ name, key: nameKey(name) });
const says = (naming: 'agreed' | 'public_role' | 'nobody', day = today()): NamingInput => ({
  naming: { [field]: naming },
  ...(naming === 'agreed' && { channel: { [field]: 'phone' }, agreedOn: { [field]: day } }),
});
const out = async (articleId: string, said: NamingInput = says('agreed'), hour = {}) => {
  const version = await versionOf(official, articleId);
  return approveArticle(official, { articleId, version, locales: ['vi', 'en'], ...said, ...hour });
};
/** A piece of news that names her in Vietnamese alone, handed in. */
const news = async (change: Partial<DraftInput> = {}) =>
  submitted(head, await drafted(head, writing(union.khuPho5, { kind: 'news', titleVi: `Chị ${name} dạy`, ...change })));
const takes = (articleId: string, viewer = official, day = today()) =>
  takeNameBack(viewer, { articleId, name: field, channel: 'phone', day });
const without = { titleVi: 'Một chị dạy cả tổ', bodyVi: 'Tối thứ bảy.' };
const endsOf = async (articleId: string) =>
  db.publication.findMany({ where: { articleId }, select: { locale: true, endReason: true }, take: 9 });

describe('somebody whom a piece names and who does not agree any more', () => {
  test('takes what says her name from readers in the same moment, and leaves the language that does not', async () => {
    const id = await news();
    expect(await out(id)).toMatchObject({ ok: true });
    expect(await outOf(id)).toEqual({ live: 2, planned: 0 });
    expect(await takes(id)).toMatchObject({ ok: true });
    expect((await endsOf(id)).toSorted((a, b) => a.locale.localeCompare(b.locale))).toEqual([
      { locale: 'en', endReason: null },
      { locale: 'vi', endReason: 'consent_withdrawn' },
    ]);
    // the clock tells pages
    expect(await settleSubjectPersons()).toBeGreaterThan(0);
    expect((await findEndedStories(official)).first).toMatchObject({ stays: 'en' });
    const event = (await listArticleEvents(official, id))?.find(({ what }) => what === 'nameTakenBack');
    expect(event?.names).toEqual([{ name, answer: 'taken_back', channel: 'phone', agreedOn: today() }]);
  });

  test('stops its hour, and addresses for looking beforehand', async () => {
    const id = await news();
    expect((await makePreviewLink(official, { articleId: id })).ok).toBe(true);
    const hour = { day: addDays(today(), 1), time: '07:00' };
    expect(await out(id, says('agreed'), hour)).toMatchObject({ value: { went: 'scheduled' } });
    expect((await takes(id)).ok).toBe(true);
    expect(await outOf(id)).toEqual({ live: 0, planned: 1 });
    expect(await db.previewLink.count({ where: { edition: { articleId: id } } })).toBe(0);
  });

  test('does not come back by an answer of somebody else, but by an edition without her name or a later yes of hers', async () => {
    const id = await news();
    expect((await out(id)).ok).toBe(true);
    expect((await takes(id, official, addDays(today(), -1))).ok).toBe(true);
    const again = async (said: NamingInput = {}) =>
      publishArticle(official, { articleId: id, version: await versionOf(official, id), locales: ['vi'], ...said });
    expect(await again()).toEqual({ ok: false, problem: 'names-unanswered' });
    for (const said of [says('public_role'), says('nobody'), says('agreed', addDays(today(), -1))])
      expect(await again(said)).toEqual({ ok: false, problem: 'naming-taken-back' });
    await begin(head, id);
    expect(await rewrite(head, id, without)).toBe('saved');
    await submitted(head, id);
    expect(await out(id, {})).toMatchObject({ ok: true });
    const other = await news();
    expect((await out(other)).ok).toBe(true);
    expect((await takes(other, official, addDays(today(), -1))).ok).toBe(true);
    const yes = { articleId: other, version: await versionOf(official, other), locales: ['vi' as const] };
    expect(await publishArticle(official, { ...yes, ...says('agreed') })).toMatchObject({ ok: true });
    expect((await outOf(other)).live).toBe(2);
  });

  test('is recorded by who lets the piece out, of a name that stands there, on a day that has come', async () => {
    const id = await news();
    expect((await out(id)).ok).toBe(true);
    expect(await takes(id, head)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await takes(id, neighbour)).toEqual({ ok: false, problem: 'not-found' });
    expect(await takes(id, official, addDays(today(), 1))).toEqual({ ok: false, problem: 'day-ahead' });
    const nobody = { articleId: id, name: fieldOf({ name: '', key: 'tô thị khác' }), channel: 'phone' as const };
    expect(await takeNameBack(official, { ...nobody, day: today() })).toEqual({ ok: false, problem: 'name-not-there' });
    const article = await findArticle(official, id);
    if (!article) expect.unreachable();
    expect((await listNamesIn(official, article)).map((each) => each.name)).toEqual([name]);
    expect(await listNamesIn(head, article)).toEqual([]);
    expect((await outOf(id)).live).toBe(2);
  });

  test('of her no and a publication at the same moment none leaves her name before readers', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await news();
      await Promise.all([out(id), takes(id)]);
      const named = await db.publication.count({ where: { articleId: id, locale: 'vi', endedAt: null } });
      expect(named).toBe(0);
    }
  });

  test('is brought back by no row that somebody writes past the forms', async () => {
    const id = await news();
    expect((await out(id)).ok).toBe(true);
    await takes(id);
    const was = await db.publication.findFirstOrThrow({
      where: { articleId: id, locale: 'vi' },
      select: { articleId: true, locale: true, textId: true, plannedAt: true, publishedAt: true, publishedById: true },
    });
    expect(await db.publication.create({ data: was, select: { id: true } }).catch(refusal)).toBe('subject_agrees');
  });
});

test('the notice of a withdrawal names nobody for whom nobody has answered, nor who took it back', async () => {
  const id = await news({ titleVi: 'Một chị dạy cả tổ' });
  expect(await out(id, {})).toMatchObject({ ok: true });
  const notices = { noticeVi: `Xin lỗi chị ${name}.`, noticeEn: 'We are sorry.' };
  const form = { ...withdrawing(id), address: 'notice' as const, ...notices };
  expect(await withdrawArticle(official, form)).toEqual({ ok: false, problem: 'notice-names' });
  expect((await outOf(id)).live).toBe(2);
  expect(await withdrawArticle(official, { ...form, noticeVi: 'Xin lỗi bạn đọc ở Long Hưng.' })).toMatchObject({
    ok: true,
  });
  const named = await news();
  expect((await out(named)).ok).toBe(true);
  const answered = { ...form, articleId: named };
  expect(await withdrawArticle(colleague, answered)).toMatchObject({ ok: true });
});

test('the notice of a withdrawal is read no more once somebody whom it names takes that back, and her erasure empties it', async () => {
  const her = await makeMember(union.khuPho5, name);
  const id = await news();
  expect((await out(id)).ok).toBe(true);
  const slug = (await findArticle(official, id))?.slugs.vi ?? '';
  const notice = { address: 'notice' as const, noticeVi: `Xin lỗi chị ${name}.`, noticeEn: 'We are sorry.' };
  const other = `Xin lỗi chị ${name} Mai.`;
  const elsewhere = await news({ titleVi: `Chị ${name} và chị ${name} Mai dạy` });
  const both = fieldOf({ name: `${name} Mai`, key: nameKey(`${name} Mai`) });
  expect((await out(elsewhere, { naming: { [field]: 'public_role', [both]: 'public_role' } })).ok).toBe(true);
  expect(await withdrawArticle(colleague, { ...withdrawing(elsewhere), ...notice, noticeVi: other })).toMatchObject({
    ok: true,
  });
  expect(await takes(elsewhere)).toMatchObject({ ok: true });
  // whatever follows her name with a capital and is nobody's answered name is no other woman
  const office = await news();
  expect((await out(office)).ok).toBe(true);
  expect(await withdrawArticle(colleague, { ...withdrawing(office), ...notice })).toMatchObject({ ok: true });
  const told = { notice: `Xin lỗi chị ${name} Trưởng ban.` };
  await db.publication.updateMany({ where: { articleId: office, locale: 'vi' }, data: told });
  expect(await takes(office)).toMatchObject({ ok: true });
  expect(await withdrawArticle(colleague, { ...withdrawing(id), ...notice })).toMatchObject({ ok: true });
  expect(await findPublishedNotice('vi', 'news', slug)).toMatchObject({ notice: notice.noticeVi });
  expect(await takes(id)).toMatchObject({ ok: true });
  expect(await findPublishedNotice('vi', 'news', slug)).toBeNull();
  const { version } = await db.person.findUniqueOrThrow({ where: { id: her }, select: { version: true } });
  const asked = { personId: her, version, name, reason: 'asked' as const, askedOn: today() };
  expect(await eraseByTwo(official, asked)).toMatchObject({ ok: true });
  expect(await db.articleNaming.count({ where: { articleId: id } })).toBe(0);
  expect(await findPublishedNotice('vi', 'news', slug)).toBeNull();
  // what is told of another, whose longer name begins with hers, stays
  const kept = { articleId: { in: [id, elsewhere, office] }, notice: { not: null }, locale: 'vi' };
  expect(await db.publication.findMany({ where: kept, select: { notice: true }, take: 9 })).toEqual([
    { notice: other },
  ]);
});
