import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { findPublishedArticle } from '@/domain/articles/queries';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import { publishArticle, withdrawArticle } from '@/domain/newsroom/publish-commands';
import { editPictureInput } from '@/domain/pictures/library';
import { editPicture, removePicture } from '@/domain/pictures/library-commands';
import { findLibraryPicture } from '@/domain/pictures/library-queries';
import { findPicturesToWord, findReturnedWords } from '@/domain/pictures/words-queries';
import { db, refusal } from '@/prisma/client';
import { another, bringOut, drafted, submitted, versionOf, withdrawing, writing } from '@/test/stages/articles';
import { added, versionOfPicture, wholePicture } from '@/test/stages/pictures';
import { begin } from '@/test/stages/stories/stories';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approvePictureWords, returnPictureWords } from './picture-words-commands';

let union: TestUnion;
let head: Viewer;
let official: Viewer;
let colleague: Viewer;
let province: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  head = await makeViewer('sub_association_head', union.khuPho5);
  official = await makeViewer('commune_official', union.longHung);
  colleague = await another(official);
  province = await makeViewer('province_official', union.province);
});

const NOTHING = { count: 0, first: null };
const first = { altVi: 'Chị em học gọi video', altEn: 'Women learn to call' };
async function edit(viewer: Viewer, pictureId: string, change: Record<string, string>) {
  const version = String(await versionOfPicture(viewer, pictureId));
  return editPicture(
    viewer,
    editPictureInput.parse({ pictureId, version, focalX: '50', focalY: '40', ...first, ...change }),
  );
}
const read = async (viewer: Viewer, pictureId: string) => ({
  pictureId,
  version: await versionOfPicture(viewer, pictureId),
});
const approve = async (viewer: Viewer, pictureId: string) => approvePictureWords(viewer, await read(viewer, pictureId));
const giveBack = async (viewer: Viewer, pictureId: string) =>
  returnPictureWords(viewer, { ...(await read(viewer, pictureId)), remark: 'Nói rõ các chị làm gì.' });
const waitingOf = async (viewer: Viewer, pictureId: string) =>
  (await findLibraryPicture(viewer, pictureId))?.waiting ?? null;

/** A draft with this picture at its head. */
async function ledBy(pictureId: string, writer = official, unit = union.longHung) {
  const articleId = await drafted(writer, writing(unit));
  const version = await versionOf(writer, articleId);
  expect((await chooseLeadPicture(writer, { articleId, pictureId, version })).ok).toBe(true);
  return articleId;
}
async function onPage(writer = official, unit = union.longHung) {
  const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
  const articleId = await ledBy(pictureId, writer, unit);
  await bringOut(writer, articleId);
  return { pictureId, articleId };
}
/** Approved, and in no language with readers. */
async function approvedOnly(ready?: string) {
  const pictureId = ready ?? (await wholePicture(official, union.khuPho5, 'nobody'));
  const articleId = await submitted(official, await ledBy(pictureId));
  const form = { articleId, version: await versionOf(official, articleId), locales: [] };
  expect(await approveArticle(colleague, form)).toMatchObject({ ok: true, value: { went: 'approved' } });
  return { pictureId, articleId };
}
/** What readers are told of the picture at the head of an article. */
async function shown(articleId: string) {
  const { slug } = await db.articleSlug.findFirstOrThrow({
    where: { articleId, locale: 'vi', retiredAt: null },
    select: { slug: true },
  });
  const article = await findPublishedArticle('vi', 'story', slug);
  return article && 'lead' in article ? article.lead : null;
}

describe('new words of a picture that readers see', () => {
  test('wait for somebody who may publish there and did not write them; then they are read, and pages and history are told', async () => {
    const { pictureId, articleId } = await onPage();
    const changed = { altVi: 'Chị em xem điện thoại', captionVi: 'Tối thứ bảy', captionEn: 'A Saturday' };
    expect(await edit(head, pictureId, changed)).toMatchObject({ ok: true, value: { waits: true } });
    expect(await shown(articleId)).toMatchObject({ alt: first.altVi, caption: null });
    expect(await waitingOf(head, pictureId)).toMatchObject({ hers: true, mayDecide: false, by: [head.displayName] });
    expect(await waitingOf(official, pictureId)).toMatchObject({
      mayDecide: true,
      changes: [
        { field: 'altVi', shown: first.altVi, waiting: changed.altVi },
        { field: 'captionVi', shown: '', waiting: 'Tối thứ bảy' },
        { field: 'captionEn', shown: '', waiting: 'A Saturday' },
      ],
    });
    expect((await findLibraryPicture(head, pictureId))?.words).toEqual({ ...first, ...changed });
    await db.mediaUse.updateMany({ where: { pictureId }, data: { toldAt: new Date() } });
    expect(await approve(official, pictureId)).toMatchObject({ ok: true });
    expect(await shown(articleId)).toMatchObject({ alt: changed.altVi, caption: 'Tối thứ bảy' });
    expect(await waitingOf(official, pictureId)).toBeNull();
    expect(await db.mediaUse.count({ where: { pictureId, toldAt: { not: null } } })).toBe(0);
    expect(await listArticleEvents(official, articleId)).toContainEqual(
      expect.objectContaining({ what: 'pictureWords', by: official.displayName }),
    );
    expect(await approve(official, pictureId)).toMatchObject({ problem: 'words-moved' });
  });

  test('are approved by nobody who wrote any of them, nor by who may not publish everywhere they are shown', async () => {
    const { pictureId } = await onPage();
    expect((await edit(official, pictureId, { altVi: 'Lời của một người' })).ok).toBe(true);
    expect(await approve(official, pictureId)).toMatchObject({ problem: 'wrote-words' });
    expect(await approve(head, pictureId)).toMatchObject({ problem: 'not-allowed' });
    const neighbour = await makeViewer('commune_official', union.trangDai);
    expect(await findPicturesToWord(colleague)).toEqual({
      count: 1,
      first: { id: pictureId, alt: 'Lời của một người' },
    });
    for (const viewer of [official, head, neighbour]) expect(await findPicturesToWord(viewer)).toEqual(NOTHING);
    expect((await edit(colleague, pictureId, { altVi: 'Lời của hai người' })).ok).toBe(true);
    for (const viewer of [official, colleague])
      expect(await approve(viewer, pictureId)).toMatchObject({ problem: 'wrote-words' });
    // the city shows it too: what its readers see the commune does not approve
    const ofCity = await ledBy(pictureId, province, union.province);
    await bringOut(province, ofCity);
    const third = await another(official);
    expect(await approve(third, pictureId)).toMatchObject({ problem: 'not-allowed' });
    expect(await findPicturesToWord(third)).toEqual(NOTHING);
    expect((await findPicturesToWord(province)).first?.id).toBe(pictureId);
    expect(await approve(await makeViewer('commune_official', union.trangDai), pictureId)).toMatchObject({
      problem: 'not-found',
    });
    expect(await approve(province, pictureId)).toMatchObject({ ok: true });
    expect(await shown(ofCity)).toMatchObject({ alt: 'Lời của hai người' });
  });

  test('returned stay in the form, and wait anew once they are written again; as readers see them they wait for nobody', async () => {
    const { pictureId, articleId } = await onPage();
    await edit(head, pictureId, { altVi: 'Lời chưa hay' });
    expect(await giveBack(head, pictureId)).toMatchObject({ problem: 'wrote-words' });
    expect(await giveBack(official, pictureId)).toMatchObject({ ok: true });
    const remark = 'Nói rõ các chị làm gì.';
    expect(await waitingOf(head, pictureId)).toMatchObject({
      returnedBy: official.displayName,
      remark,
      mayDecide: false,
    });
    const told = { id: pictureId, alt: 'Lời chưa hay', writers: head.displayName, by: official.displayName, remark };
    expect(await findReturnedWords(head)).toEqual({ count: 1, first: told });
    for (const other of [official, colleague, province]) expect(await findReturnedWords(other)).toEqual(NOTHING);
    expect(await approve(official, pictureId)).toMatchObject({ problem: 'words-moved' });
    await edit(head, pictureId, { altVi: 'Lời hay hơn' });
    expect(await waitingOf(official, pictureId)).toMatchObject({ returnedBy: null, remark: null, mayDecide: true });
    expect(await findReturnedWords(head)).toEqual(NOTHING);
    expect(await edit(head, pictureId, {})).toMatchObject({ value: { waits: false } });
    expect(await waitingOf(official, pictureId)).toBeNull();
    expect(await shown(articleId)).toMatchObject({ alt: first.altVi });
  });

  test('are those that were read: others that came meanwhile are not approved with them', async () => {
    const { pictureId } = await onPage();
    await edit(head, pictureId, { altVi: 'Lời đã đọc' });
    const seen = await read(official, pictureId);
    await edit(head, pictureId, { altVi: 'Lời chưa đọc' });
    expect(await approvePictureWords(official, seen)).toMatchObject({ problem: 'words-moved' });
    const both = await Promise.all([approve(colleague, pictureId), edit(head, pictureId, { altVi: 'Lời thứ ba' })]);
    const waits = (await waitingOf(official, pictureId))?.changes[0]?.waiting;
    expect(waits).toBe(both[1].ok ? 'Lời thứ ba' : undefined);
  });

  test('wait from the approval on, before its hour and after a withdrawal too, and change at once while it is written', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const articleId = await ledBy(pictureId);
    await submitted(official, articleId);
    expect(await edit(head, pictureId, { altVi: 'Trước khi duyệt' })).toMatchObject({ value: { waits: false } });
    const hour = { day: addDays(today(), 1), time: '07:00' };
    const form = { articleId, version: await versionOf(official, articleId), locales: ['vi' as const] };
    expect(await approveArticle(colleague, { ...form, ...hour })).toMatchObject({ ok: true });
    expect(await edit(head, pictureId, { altVi: 'Khi đã hẹn giờ' })).toMatchObject({ value: { waits: true } });
    const { pictureId: other, articleId: gone } = await onPage();
    expect((await withdrawArticle(official, { ...withdrawing(gone), locales: ['vi', 'en'] })).ok).toBe(true);
    // it could be published again as it was approved
    expect(await edit(head, other, { altVi: 'Sau khi gỡ' })).toMatchObject({ value: { waits: true } });
    await begin(official, gone);
    expect(await edit(head, other, { altVi: 'Khi viết lại' })).toMatchObject({ value: { waits: false } });
    expect(await waitingOf(head, other)).toBeNull();
  });

  test('in a text that was approved and has no hour do not go out with it: somebody approves them as well', async () => {
    const { pictureId, articleId } = await approvedOnly();
    expect(await edit(head, pictureId, { altVi: 'Sau khi duyệt' })).toMatchObject({ value: { waits: true } });
    expect((await findPicturesToWord(official)).count).toBeGreaterThan(0);
    expect(await waitingOf(colleague, pictureId)).toMatchObject({ mayDecide: true });
    const form = { articleId, version: await versionOf(official, articleId), locales: ['vi' as const] };
    expect((await publishArticle(official, form)).ok).toBe(true);
    expect(await shown(articleId)).toMatchObject({ alt: first.altVi });
    expect(await approve(colleague, pictureId)).toMatchObject({ ok: true });
    expect(await shown(articleId)).toMatchObject({ alt: 'Sau khi duyệt' });
  });

  test('that came before an approval are read before it: her form is told so; of both at once the second sees the first', async () => {
    const pictureId = await wholePicture(official, union.khuPho5, 'nobody');
    const articleId = await submitted(official, await ledBy(pictureId));
    const form = { articleId, version: await versionOf(colleague, articleId), locales: [] };
    expect(await edit(head, pictureId, { altVi: 'Lời chưa ai đọc' })).toMatchObject({ value: { waits: false } });
    expect(await approveArticle(colleague, form)).toMatchObject({ problem: 'changed-since-read' });
    const again = { ...form, version: await versionOf(colleague, articleId) };
    const [approved, edited] = await Promise.all([
      approveArticle(colleague, again),
      edit(head, pictureId, { altVi: 'Lời cùng lúc' }),
    ]);
    if (approved.ok) expect(edited).toMatchObject({ value: { waits: true } });
    else expect([approved.problem, edited]).toMatchObject(['changed-since-read', { value: { waits: false } }]);
  });

  test('in English that were not there yet wait as well where a text is approved', async () => {
    const { pictureId } = await approvedOnly(await added(official, union.khuPho5));
    expect(await edit(head, pictureId, { altVi: 'Chị em học gọi video' })).toMatchObject({ value: { waits: true } });
    const chui = { pictureId, locale: 'en', alt: 'Nobody read this' };
    expect(await db.mediaText.create({ data: chui, select: { locale: true } }).catch(refusal)).toBe(
      'words_are_approved',
    );
    expect(await approve(official, pictureId)).toMatchObject({ ok: true });
    expect(await db.mediaText.count({ where: { pictureId, locale: 'en', alt: first.altEn } })).toBe(1);
  });

  test('of a picture that is removed are gone', async () => {
    const { pictureId } = await onPage();
    await edit(head, pictureId, { altVi: 'Lời sắp mất' });
    await removePicture(official, await read(official, pictureId));
    expect(await db.mediaTextWaiting.count({ where: { pictureId } })).toBe(0);
  });
});

test('the database changes no words of a public picture that nobody else approved, and takes no approval of an author', async () => {
  const { pictureId } = await onPage();
  const text = { pictureId, locale: 'vi' };
  const change = () => db.mediaText.updateMany({ where: text, data: { alt: 'Lời chui' } });
  expect(await change().catch(refusal)).toBe('words_are_approved');
  const writtenByIds = [official.accountId];
  await db.mediaTextWaiting.create({ data: { ...text, alt: 'Lời chui', writtenByIds }, select: { locale: true } });
  expect(await change().catch(refusal)).toBe('words_are_approved');
  const own = db.mediaTextWaiting.updateMany({ where: text, data: { approvedById: official.accountId } });
  expect(await own.catch(refusal)).toBe('words_approved_by_another');
});
