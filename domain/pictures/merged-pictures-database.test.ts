import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { takeConsent } from '@/domain/consents/consent-commands';
import { today } from '@/domain/days/day';
import { mergePersons, undoMerge } from '@/domain/merging/merge-commands';
import { pictureUses } from '@/domain/pictures/library';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { drafted, versionOf, writing } from '@/test/stages/articles';
import { makeDouble, mergeOf, type TwoRecords } from '@/test/stages/merging';
import { wholePicture } from '@/test/stages/pictures';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';

let union: TestUnion;
let official: Viewer;
let province: Viewer;
let textId: string;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  textId = (await createConsentText(db, 'image')).id;
});

/** A picture of the library that stands at the head of an article. */
async function used(): Promise<string> {
  const pictureId = await wholePicture(official, union.khuPho5, 'named');
  const articleId = await drafted(province, writing(union.longHung));
  const version = await versionOf(province, articleId);
  expect((await chooseLeadPicture(province, { articleId, pictureId, version })).ok).toBe(true);
  return pictureId;
}
const asked = { purpose: 'image', channel: 'paper', day: today() } as const;
async function say(personId: string, answer: 'given' | 'refused', pictureId?: string) {
  const uses = pictureId && answer === 'given' ? { uses: [...pictureUses] } : {};
  expect((await takeConsent(official, { ...asked, ...uses, personId, pictureId, textId, answer })).ok).toBe(true);
}
async function standsAs(pictureId: string): Promise<string> {
  const { withdrawnAt, mediaUses } = await db.mediaAsset.findUniqueOrThrow({
    where: { id: pictureId },
    select: { withdrawnAt: true, mediaUses: { select: { hiddenAt: true }, take: 9 } },
  });
  expect(mediaUses.length).toBeGreaterThan(0);
  if (withdrawnAt) return mediaUses.every(({ hiddenAt }) => hiddenAt) ? 'withdrawn' : 'withdrawn and shown';
  return mediaUses.some(({ hiddenAt }) => hiddenAt) ? 'hidden' : 'shown';
}
/** How her picture stands before a merger, after it, and when it is undone. */
async function throughMerger(two: TwoRecords, pictureId: string): Promise<string[]> {
  const before = await standsAs(pictureId);
  const merged = await mergePersons(official, await mergeOf(two));
  if (!merged.ok) throw new Error(merged.problem);
  const after = await standsAs(pictureId);
  expect(await undoMerge(official, { mergeId: merged.value.id })).toMatchObject({ ok: true, value: { left: [] } });
  return [before, after, await standsAs(pictureId)];
}

describe('a picture of a woman whose two records become one', () => {
  test('stays off its address when she refused it on the record that goes', async () => {
    const [two, pictureId] = [await makeDouble(union), await used()];
    await say(two.absorbedId, 'refused', pictureId);
    expect(await throughMerger(two, pictureId)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
  });

  test('stays where it is shown when she agreed on the record that goes', async () => {
    const [two, pictureId] = [await makeDouble(union), await used()];
    await say(two.absorbedId, 'given', pictureId);
    expect(await throughMerger(two, pictureId)).toEqual(['shown', 'shown', 'shown']);
  });

  test('goes by a later no to all pictures on either record, as long as they are one', async () => {
    for (const [one, other] of [
      ['survivorId', 'absorbedId'],
      ['absorbedId', 'survivorId'],
    ] as const) {
      const [two, pictureId] = [await makeDouble(union), await used()];
      await say(two[one], 'given', pictureId);
      await say(two[other], 'refused');
      expect(await throughMerger(two, pictureId), one).toEqual(['shown', 'withdrawn', 'shown']);
    }
  });

  test('stays off its address where both are named and one of them refused', async () => {
    const [two, pictureId] = [await makeDouble(union), await used()];
    await say(two.survivorId, 'given', pictureId);
    await say(two.absorbedId, 'refused', pictureId);
    expect(await throughMerger(two, pictureId)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
  });
});
