import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { carryTexts, openEdition } from '@/domain/articles/edition-writes';
import { today } from '@/domain/days/day';
import { db, refusal, transaction } from '@/prisma/client';
import { versionOf, writing } from '@/test/stages/articles';
import { eraseByTwo } from '@/test/stages/own-data/erasing';
import { draftedOn, publishedOn, rewrite } from '@/test/stages/stories/stories';
import { processOf, untilSomebodyWaitsFor } from '@/test/stages/waiting';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';

let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const woman = (name?: string) => makeMember(union.khuPho5, name);
const published = (personId: string, change: object = {}) =>
  publishedOn(official, personId, writing(union.longHung, change));
const erase = async (personId: string, name: string) => {
  const { version } = await db.person.findUniqueOrThrow({ where: { id: personId }, select: { version: true } });
  return eraseByTwo(official, { personId, version, name, reason: 'asked', askedOn: today() });
};
const wordsOf = async (articleId: string) => {
  const texts = await db.editionText.findMany({ where: { edition: { articleId } }, take: 9 });
  return [...new Set(texts.map(({ title, summary, plain }) => `${title}${summary}${plain}`))];
};

describe('what was erased', () => {
  test('does not come back by a form that was open, nor by one opened afterwards, nor past the portal', async () => {
    const personId = await woman('Ngô Thị Mở Sẵn');
    const id = await draftedOn(official, personId, writing(union.longHung));
    const version = await versionOf(official, id);
    expect(await erase(personId, 'Ngô Thị Mở Sẵn')).toMatchObject({ ok: true });
    expect(await rewrite(official, id, { version })).toBe('changed-meanwhile');
    expect(await rewrite(official, id)).toBe('erased-stays-empty');
    const secretly = db.editionText.updateMany({ where: { edition: { articleId: id } }, data: { summary: 'Chị ấy' } });
    expect(refusal(await secretly.catch((error: unknown) => error))).toBe('erased_stays_empty');
    expect(await wordsOf(id)).toEqual(['——']);
  });

  test('is empty in an edition that somebody was beginning, and in what was said of its publications', async () => {
    const personId = await woman('Ngô Thị Đang Mở');
    const id = await published(personId);
    const said = { changeNote: 'Sửa tuổi chị Đang Mở.', notice: 'Chị Đang Mở', reason: 'Chị Đang Mở' };
    await db.publication.updateMany({ where: { articleId: id }, data: said });
    const { erasing } = await transaction(async (tx) => {
      const { id: of } = await tx.edition.findFirstOrThrow({ where: { articleId: id }, select: { id: true } });
      await carryTexts(tx, of, await openEdition(tx, official, id, 2));
      const waiting = erase(personId, 'Ngô Thị Đang Mở');
      await untilSomebodyWaitsFor(await processOf(tx));
      return { erasing: waiting };
    });
    expect(await erasing).toMatchObject({ ok: true });
    expect(await wordsOf(id)).toEqual(['——']);
    expect(await db.editionText.count({ where: { edition: { articleId: id } } })).toBe(4);
    const kept = await db.publication.findMany({ where: { articleId: id }, take: 9 });
    for (const row of kept) expect(row).toMatchObject({ changeNote: null, notice: null, reason: null });
  });
});
