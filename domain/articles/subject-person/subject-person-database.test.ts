import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { findPublishedArticle, listPublishedArticles } from '@/domain/articles/queries';
import { beginEdition } from '@/domain/articles/renewal/edition-commands';
import { findOwnData } from '@/domain/consents/own-data/own-data-queries';
import { addDays, today } from '@/domain/days/day';
import { mergePersons, undoMerge } from '@/domain/merging/merge-commands';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { settleDuePublications } from '@/domain/newsroom/due-publication-commands';
import { listArticleEvents } from '@/domain/newsroom/history-queries';
import { publishArticle } from '@/domain/newsroom/publish-commands';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { findWaitingArticles } from '@/domain/newsroom/waiting-queries';
import { db, refusal, transaction } from '@/prisma/client';
import { another, bringOut, submitted, versionOf, writing } from '@/test/stages/articles';
import { makeDouble, mergeOf } from '@/test/stages/merging';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { agreesUntil, answers, draftedOn, outOf, publishedOn, takesBack } from '@/test/stages/stories/stories';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { settleSubjectPersons } from './settle-commands';
import { sayNaming } from './subject-person-commands';
import { findEndedStories, findSubjectPerson } from './subject-person-queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
});

const nothing = { live: 0, planned: 0 };
const both = { live: 2, planned: 0 };
const woman = () => makeMember(union.khuPho5);
const published = async (personId: string, titleVi = 'Chuyện của chị') =>
  publishedOn(official, personId, writing(union.longHung, { titleVi }));
const form = async (articleId: string) => ({
  articleId,
  version: await versionOf(official, articleId),
  locales: ['vi' as const, 'en' as const],
});
const publish = async (articleId: string, when: object = {}) => {
  const result = await publishArticle(official, { ...(await form(articleId)), ...when });
  return result.ok ? result.value.went : result.problem;
};
const approve = async (articleId: string, when: object = {}) => {
  await submitted(official, articleId);
  const result = await approveArticle(await another(official), { ...(await form(articleId)), ...when });
  return result.ok ? result.value.went : result.problem;
};
const onDay = (days: number) => ({ day: addDays(today(), days), time: '07:00' });
/** Which articles the clock tells to be gone. */
async function settled(): Promise<string[]> {
  const told: string[] = [];
  await settleSubjectPersons(undefined, (gone) => told.push(...gone.map(({ id }) => id)));
  return told;
}

describe('a story goes out', () => {
  test('once its woman agrees to be named, at once or planned, in words and past the portal; a draft waits for nobody', async () => {
    const personId = await woman();
    const id = await draftedOn(official, personId, writing(union.longHung));
    expect(await approve(id)).toBe('name-not-agreed');
    expect(await approveArticle(await another(official), { ...(await form(id)), locales: [] })).toMatchObject({
      ok: true,
    });
    expect(await publish(id)).toBe('name-not-agreed');
    expect(await publish(id, onDay(1))).toBe('name-not-agreed');
    const text = await db.editionText.findFirstOrThrow({ where: { edition: { articleId: id }, locale: 'vi' } });
    const row = { articleId: id, locale: 'vi', textId: text.id, plannedAt: new Date(), publishedAt: new Date() };
    const secretly = db.publication.create({ data: row, select: { id: true } });
    expect(refusal(await secretly.catch((error: unknown) => error))).toBe('subject_agrees');
    await answers(official, personId, 'given', { day: addDays(today(), -1) });
    expect(await publish(id)).toBe('published');
    expect(await outOf(id)).toEqual(both);
  });

  test('not on the silence, the no, the withdrawal or the run-out yes of a woman, nor planned behind her last day', async () => {
    const [refuses, withdrew, ranOut, soon] = [await woman(), await woman(), await woman(), await woman()];
    await answers(official, refuses, 'refused');
    await answers(official, withdrew, 'given');
    await takesBack(official, withdrew);
    await agreesUntil(ranOut, today());
    await agreesUntil(soon, addDays(today(), 2));
    for (const personId of [refuses, withdrew, ranOut])
      expect(await approve(await draftedOn(official, personId, writing(union.longHung)))).toBe('name-not-agreed');
    const id = await draftedOn(official, soon, writing(union.longHung));
    expect(await approve(id, onDay(2))).toBe('name-not-agreed');
    const inTime = await approveArticle(await another(official), { ...(await form(id)), ...onDay(1) });
    expect(inTime).toMatchObject({ value: { went: 'scheduled' } });
  });
});

describe('she takes her yes back', () => {
  test('and the story leaves every list and its address, as if it had never been; the clock tells its pages once', async () => {
    const personId = await woman();
    const id = await published(personId, 'Chuyện chị rút tên');
    const slug = 'chuyen-chi-rut-ten';
    expect(await findPublishedArticle('vi', 'story', slug)).toMatchObject({ id });
    expect(await settled()).toEqual([]);
    await takesBack(official, personId);
    expect(await outOf(id)).toEqual(nothing);
    expect(await findPublishedArticle('vi', 'story', slug)).toBeNull();
    const { articles } = await listPublishedArticles('vi', { kind: 'story', take: 100 });
    expect(articles.map((article) => article.id)).not.toContain(id);
    const [ended] = await db.publication.findMany({ where: { articleId: id }, take: 1 });
    expect(ended).toMatchObject({ endReason: 'consent_withdrawn', notice: null, reason: null, endedById: null });
    const both = (await Promise.all([settled(), settled()])).flat();
    expect(both).toEqual([id]);
    expect(await settled()).toEqual([]);
  });

  test('or answers no, and planned hours are gone too; her editors are told on the first page and on its own, the neighbour nothing', async () => {
    const personId = await woman();
    await answers(official, personId, 'given');
    const planned = await draftedOn(official, personId, writing(union.longHung));
    expect(await approve(planned, onDay(1))).toBe('scheduled');
    await answers(official, personId, 'refused');
    expect(await outOf(planned)).toEqual(nothing);
    await settleDuePublications();
    expect(await outOf(planned)).toEqual(nothing);
    expect(await findEndedStories(neighbour)).toEqual({ count: 0, first: null });
    expect(await findEndedStories(official)).toMatchObject({ first: { id: planned } });
    const waiting = await findWaitingArticles(official, 50);
    expect(waiting.toPublish.first.map(({ id }) => id)).not.toContain(planned);
    expect((await findSubjectPerson(official, planned))?.ended).toEqual({ at: expect.any(Date), stays: null });
    expect((await listArticleEvents(official, planned))?.[0]).toMatchObject({ what: 'notAgreed', by: null });
    expect((await findStanding(official, planned))?.languages[0]?.step).toBe('approved');
  });

  test('her yes anew lets her editors put it out again; nothing comes back by itself', async () => {
    const personId = await woman();
    const id = await published(personId);
    await takesBack(official, personId);
    await answers(official, personId, 'given');
    expect(await outOf(id)).toEqual(nothing);
    expect(await publish(id)).toBe('published');
    expect((await findSubjectPerson(official, id))?.ended).toBeNull();
    expect((await findEndedStories(official)).first?.id).not.toBe(id);
  });

  test('a new edition that does not name her goes out without her, and stays whatever she answers', async () => {
    const personId = await woman();
    const id = await published(personId);
    await takesBack(official, personId);
    expect((await beginEdition(official, await form(id))).ok).toBe(true);
    expect((await findEndedStories(official)).first?.id).not.toBe(id);
    expect((await sayNaming(official, { ...(await form(id)), naming: 'unnamed' })).ok).toBe(true);
    await bringOut(official, id);
    await answers(official, personId, 'refused');
    expect(await outOf(id)).toEqual(both);
  });

  test('while somebody publishes: her answer waits for that and then ends it, whoever writes', async () => {
    const personId = await woman();
    await answers(official, personId, 'given');
    const id = await draftedOn(official, personId, writing(union.longHung));
    expect(await approve(id, { locales: [] })).toBe('approved');
    const { taken } = await transaction(async (tx) => {
      const text = await tx.editionText.findFirstOrThrow({ where: { edition: { articleId: id }, locale: 'vi' } });
      const row = { articleId: id, locale: 'vi', textId: text.id, plannedAt: new Date(), publishedAt: new Date() };
      await tx.publication.create({ data: row, select: { id: true } });
      const taking = takesBack(official, personId);
      await untilSomebodyWaitsFor(await processOf(tx));
      return { taken: taking };
    });
    await taken;
    expect(await db.publication.count({ where: { articleId: id } })).toBe(1);
    expect(await outOf(id)).toEqual(nothing);
  });
});

test('her last day passes with nobody looking: two clocks end the story once, and what she answered since counts', async () => {
  const [personId, anew] = [await woman(), await woman()];
  const [id, stays] = [await published(personId), await published(anew)];
  for (const each of [personId, anew]) await agreesUntil(each, today());
  await settled();
  // as they stood until midnight
  const asShown = { endedAt: null, endReason: null, toldAt: null };
  await db.publication.updateMany({ where: { articleId: { in: [id, stays] } }, data: asShown });
  await answers(official, anew, 'given');
  await db.publication.updateMany({ where: { articleId: stays }, data: asShown });
  expect((await Promise.all([settled(), settled()])).flat()).toEqual([id]);
  expect([await outOf(id), await outOf(stays)]).toEqual([nothing, both]);
  expect(await settled()).toEqual([]);
});

describe('her record', () => {
  test('is merged with one that was never asked: her story goes along with her yes, and back when it is undone', async () => {
    const two = await makeDouble(union);
    const id = await published(two.absorbedId);
    const merged = await mergePersons(official, await mergeOf(two));
    if (!merged.ok) throw new Error(merged.problem);
    expect(await findSubjectPerson(official, id)).toMatchObject({ of: { id: two.survivorId }, agrees: true });
    expect(await outOf(id)).toEqual(both);
    expect(await undoMerge(official, { mergeId: merged.value.id })).toMatchObject({ ok: true, value: { left: [] } });
    expect(await findSubjectPerson(official, id)).toMatchObject({ of: { id: two.absorbedId }, agrees: true });
    expect(await outOf(id)).toEqual(both);
  });

  test('is merged with one that said no later: the story leaves', async () => {
    const two = await makeDouble(union);
    const id = await published(two.survivorId);
    await answers(official, two.absorbedId, 'refused');
    expect(await outOf(id)).toEqual(both);
    expect((await mergePersons(official, await mergeOf(two))).ok).toBe(true);
    expect(await outOf(id)).toEqual(nothing);
    expect(await settled()).toEqual([id]);
  });

  test('is shown to her with the story, and erased: it leaves the public, is empty in every edition, and never comes back', async () => {
    const personId = await makeMember(union.khuPho5, 'Ngô Thị Xóa Bài');
    const id = await published(personId, 'Chuyện sẽ xóa');
    const data = await findOwnData(official, personId);
    expect(data?.articles).toEqual([{ kind: 'story', title: 'Chuyện sẽ xóa', public: true }]);
    const { version } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { version: true } });
    const erasing = { personId, version, name: 'Ngô Thị Xóa Bài', reason: 'asked', askedOn: today() } as const;
    expect(await eraseByTwo(official, erasing)).toMatchObject({ ok: true });
    expect(await outOf(id)).toEqual(nothing);
    expect(await findPublishedArticle('vi', 'story', 'chuyen-se-xoa')).toBeNull();
    const texts = await db.editionText.findMany({ where: { edition: { articleId: id } }, take: 9 });
    expect(texts.map(({ title, plain }) => [title, plain])).toEqual([
      ['—', ''],
      ['—', ''],
    ]);
    expect(await settled()).toEqual([id]);
    expect(await publish(id)).toBe('name-not-agreed');
    expect((await findSubjectPerson(official, id))?.of).toEqual({ kind: 'erased' });
    expect((await findEndedStories(official)).first?.id).not.toBe(id);
  });
});
