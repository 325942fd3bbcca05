import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { chooseLeadPicture, removeLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { findHiddenPictures } from '@/domain/articles/pictures/lead-picture-queries';
import { findPublishedSize } from '@/domain/articles/pictures/published-picture-queries';
import { settlePictureUses } from '@/domain/articles/pictures/settle-commands';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { takeConsent, withdrawConsent } from '@/domain/consents/consent-commands';
import { addDays, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { settleDuePublications } from '@/domain/newsroom/due-publication-commands';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import { publishArticle } from '@/domain/newsroom/publish-commands';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { findWaitingArticles } from '@/domain/newsroom/waiting-queries';
import { db, transaction } from '@/prisma/client';
import { createConsent, createConsentText } from '@/test/factories/consents';
import { another, bringOut, drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { goesOn, wholePicture } from '@/test/stages/pictures';
import { outOf } from '@/test/stages/stories/stories';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { findStoppedHour, findStoppedHours } from './stopped-hour-queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
let textId: string;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  textId = (await createConsentText(db, 'image')).id;
});

const inUse = { purpose: 'image', channel: 'paper', day: today() } as const;
const agrees = { ...inUse, answer: 'given' as const, uses: ['portal' as const] };
const locales = ['vi' as const, 'en' as const];
const tomorrow = () => ({ day: addDays(today(), 1), time: '07:00' });
const read = async (articleId: string) => ({ articleId, version: await versionOf(official, articleId) });
const takesBack = async (her: { personId: string; pictureId: string }) =>
  expect(await withdrawConsent(official, { ...inUse, ...her })).toMatchObject({ ok: true });
const isTold = async (articleId: string) => (await findStoppedHours(official)).first?.id === articleId;
const scheduleAnew = async (articleId: string): Promise<string> => {
  const result = await publishArticle(official, { ...(await read(articleId)), locales, ...tomorrow() });
  return result.ok ? result.value.went : result.problem;
};
/** Its hour comes now. */
const come = (articleId: string) =>
  db.publication.updateMany({
    where: { articleId, publishedAt: null },
    data: { plannedAt: new Date(Date.now() - 1), createdAt: addDaysAgo(1) },
  });
const addDaysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const stopped = { live: 0, planned: 0 };

async function herPicture() {
  const [personId, pictureId] = [await makeMember(union.khuPho5), await wholePicture(official, union.khuPho5, 'named')];
  expect(await takeConsent(official, { ...agrees, personId, pictureId, textId })).toMatchObject({ ok: true });
  return { personId, pictureId };
}
type Place = 'head' | 'within';
async function draftedWith(pictureId: string, place: Place, title = 'Bài có ảnh chị') {
  const line = place === 'within' ? `\n\n[[/admin/pictures/${pictureId}]]` : '';
  const words = { titleVi: title, bodyVi: `Lời đầu.${line}`, bodyEn: `First words.${line}` };
  const articleId = await drafted(official, writing(union.longHung, words));
  if (place === 'head') await chooseLeadPicture(official, { ...(await read(articleId)), pictureId });
  return articleId;
}
/** An approved article with its hour, in both languages, and a picture of a woman who agrees. */
async function planned(place: Place = 'head', title?: string) {
  const her = await herPicture();
  const articleId = await submitted(official, await draftedWith(her.pictureId, place, title));
  const approving = { ...(await read(articleId)), locales, ...tomorrow() };
  expect(await approveArticle(await another(official), approving)).toMatchObject({ value: { went: 'scheduled' } });
  return { her, articleId };
}

describe('an hour stops with a picture that may not be shown', () => {
  test.each<Place>(['head', 'within'])(
    'at her no, in its transaction, of a picture (%s); its editors alone are told',
    async (place) => {
      const { her, articleId } = await planned(place);
      const other = await planned(place);
      expect(await findStoppedHour(official, articleId)).toBeNull();
      await takesBack(her);
      expect([await outOf(articleId), await outOf(other.articleId)]).toEqual([stopped, { live: 0, planned: 2 }]);
      const [ended] = await db.publication.findMany({ where: { articleId }, take: 1 });
      expect(ended).toMatchObject({ endReason: 'picture_hidden', publishedAt: null, endedById: null });
      expect((await findStanding(official, articleId))?.languages.map(({ step }) => step)).toEqual([
        'approved',
        'approved',
      ]);
      expect(await isTold(articleId)).toBe(true);
      expect(await findStoppedHours(neighbour)).toEqual({ count: 0, first: null });
      expect(await findHiddenPictures(official)).toMatchObject({ count: 0 });
      expect(await findStoppedHour(official, articleId)).toMatchObject({ languages: ['en', 'vi'], lacks: true });
      expect(await findStoppedHour(neighbour, articleId)).toBeNull();
      expect((await listArticleEvents(official, articleId))?.[0]).toMatchObject({ what: 'hourStopped', by: null });
      const { toPublish } = await findWaitingArticles(official, 50);
      expect(toPublish.first.map(({ id }) => id)).not.toContain(articleId);
      await settleDuePublications();
      expect(await outOf(articleId)).toEqual(stopped);
      expect(await scheduleAnew(articleId)).toBe('picture-may-not-show');
      expect((await beginEdition(official, await read(articleId))).ok).toBe(true);
      expect(await isTold(articleId)).toBe(false);
    },
  );

  test('at an answer that ends before its day, and where a yes runs out before a late minute', async () => {
    const [soon, late] = [await planned(), await planned()];
    const until = { ...agrees, ...soon.her, textId, lastDay: today() };
    expect(await takeConsent(official, until)).toMatchObject({ ok: true });
    expect(await outOf(soon.articleId)).toEqual(stopped);
    await createConsent(db, { id: late.her.personId }, 'image', {
      pictureId: late.her.pictureId,
      use: 'portal',
      until: today(),
      at: new Date(Date.now() + 1).toISOString(),
    });
    // as it stood until midnight
    const asPlanned = { endedAt: null, endReason: null };
    await db.mediaUse.updateMany({ where: { pictureId: late.her.pictureId }, data: { hiddenAt: null } });
    await db.publication.updateMany({ where: { articleId: late.articleId }, data: asPlanned });
    await come(late.articleId);
    await settleDuePublications();
    expect(await outOf(late.articleId)).toEqual(stopped);
    await db.publication.updateMany({ where: { articleId: late.articleId }, data: asPlanned });
    await settlePictureUses(goesOn, () => undefined);
    expect(await outOf(late.articleId)).toEqual(stopped);
  });

  test.each<Place>(['head', 'within'])(
    'at her erasure, of a picture (%s), whose words can have an hour again',
    async (place) => {
      const { her, articleId } = await planned(place);
      const person = await db.person.findUniqueOrThrow({ where: { id: her.personId } });
      const erasing = {
        name: person.fullName ?? '',
        version: person.version,
        reason: 'asked',
        askedOn: today(),
      } as const;
      expect(await eraseByTwo(official, { ...erasing, personId: her.personId })).toMatchObject({ ok: true });
      expect(await outOf(articleId)).toEqual(stopped);
      expect(await isTold(articleId)).toBe(true);
      if (place === 'head') expect((await removeLeadPicture(official, await read(articleId))).ok).toBe(true);
      expect(await scheduleAnew(articleId)).toBe('scheduled');
      await come(articleId);
      await settleDuePublications();
      expect(await outOf(articleId)).toEqual({ live: 2, planned: 0 });
    },
  );

  test('and has another once the picture is off, or she agrees again: nothing comes back by itself', async () => {
    const [off, again] = [await planned(), await planned()];
    for (const { her } of [off, again]) await takesBack(her);
    expect((await removeLeadPicture(official, await read(off.articleId))).ok).toBe(true);
    expect(await takeConsent(official, { ...agrees, ...again.her, textId })).toMatchObject({ ok: true });
    for (const { articleId } of [off, again]) {
      expect(await outOf(articleId)).toEqual(stopped);
      expect(await findStoppedHour(official, articleId)).toMatchObject({ lacks: false });
      expect(await scheduleAnew(articleId)).toBe('scheduled');
      expect(await findStoppedHour(official, articleId)).toBeNull();
    }
  });

  test('while what readers see of the same article stays, without the picture', async () => {
    const her = await herPicture();
    const articleId = await draftedWith(her.pictureId, 'head');
    await bringOut(official, articleId);
    await beginEdition(official, await read(articleId));
    await submitted(official, articleId);
    const approving = { ...(await read(articleId)), locales, ...tomorrow() };
    expect(await approveArticle(await another(official), approving)).toMatchObject({ value: { went: 'scheduled' } });
    await takesBack(her);
    expect(await outOf(articleId)).toEqual({ live: 2, planned: 0 });
    expect(await findStoppedHour(official, articleId)).toMatchObject({ lacks: true });
    expect(await findPublishedSize(her.pictureId, 480, 'avif')).toBeNull();
  });
});

describe('her no and the minute at once', () => {
  test('her no was first: the clock waits for it, and finds nothing to put out', async () => {
    const { her, articleId } = await planned();
    await come(articleId);
    const { clock } = await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM media_asset WHERE id = ${her.pictureId}::uuid FOR NO KEY UPDATE`;
      const settling = settleDuePublications();
      await untilSomebodyWaitsFor(await processOf(tx));
      await createConsent(tx, { id: her.personId }, 'image', {
        pictureId: her.pictureId,
        use: 'portal',
        answer: 'withdrawn',
        at: new Date(Date.now() + 1).toISOString(),
      });
      return { clock: settling };
    });
    await clock;
    expect(await outOf(articleId)).toEqual(stopped);
    expect(await db.publication.count({ where: { articleId, publishedAt: { not: null } } })).toBe(0);
  });

  test('the minute was first: her no waits for it, and the article stands without her face', async () => {
    const { her, articleId } = await planned('head', 'Bài ra đúng lúc chị rút lại');
    await come(articleId);
    const { taken } = await transaction(async (tx) => {
      await tx.$queryRaw`SELECT app.end_untold(ARRAY[${articleId}::uuid])`;
      const taking = takesBack(her);
      await untilSomebodyWaitsFor(await processOf(tx));
      const now = new Date();
      await tx.publication.updateMany({ where: { articleId }, data: { publishedAt: now } });
      return { taken: taking };
    });
    await taken;
    expect(await outOf(articleId)).toEqual({ live: 2, planned: 0 });
    expect(await findPublishedSize(her.pictureId, 480, 'avif')).toBeNull();
  });
});
