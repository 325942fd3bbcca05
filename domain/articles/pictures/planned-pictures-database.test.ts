import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { takeConsent } from '@/domain/consents/consent-commands';
import { addDays, type Day, today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { publishArticle } from '@/domain/newsroom/publish-commands';
import { db } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { another, drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { wholePicture } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { chooseLeadPicture } from './lead-picture-commands';

let union: TestUnion;
let official: Viewer;
let textId: string;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  textId = (await createConsentText(db, 'image')).id;
});

const inUse = { purpose: 'image', channel: 'paper', day: today() } as const;
const inDays = (days: number) => ({ locales: ['vi' as const], day: addDays(today(), days), time: '07:00' });

/** An article that waits for its approval, with a picture at its head of a woman who agrees until a day. */
async function waiting(lastDay?: Day) {
  const [personId, pictureId] = [await makeMember(union.khuPho5), await wholePicture(official, union.khuPho5, 'named')];
  const yes = { ...inUse, personId, pictureId, textId, answer: 'given' as const, uses: ['portal' as const], lastDay };
  expect(await takeConsent(official, yes)).toMatchObject({ ok: true });
  const articleId = await drafted(official, writing(union.longHung));
  const lead = { articleId, pictureId, version: await versionOf(official, articleId) };
  expect(await chooseLeadPicture(official, lead)).toMatchObject({ ok: true });
  await submitted(official, articleId);
  return { personId, pictureId, articleId };
}
async function approve(articleId: string, when: object): Promise<string> {
  const input = { articleId, version: await versionOf(official, articleId), locales: [], ...when };
  const result = await approveArticle(await another(official), input);
  return result.ok ? 'approved' : result.problem;
}
async function publish(articleId: string, when: ReturnType<typeof inDays>): Promise<string> {
  const result = await publishArticle(official, { articleId, version: await versionOf(official, articleId), ...when });
  return result.ok ? result.value.went : result.problem;
}

describe('an article that gets its hour', () => {
  test('gets none on a day after the last on which somebody in its picture agrees; that day itself is one', async () => {
    const { articleId } = await waiting(addDays(today(), 1));
    expect(await approve(articleId, inDays(2))).toBe('picture-not-agreed-that-day');
    expect(await approve(articleId, {})).toBe('approved');
    expect(await publish(articleId, inDays(2))).toBe('picture-not-agreed-that-day');
    expect(await db.publication.count({ where: { articleId } })).toBe(0);
    expect(await publish(articleId, inDays(1))).toBe('scheduled');
  });

  test('gets any where she agrees without a last day', async () => {
    const { articleId } = await waiting();
    expect(await approve(articleId, inDays(300))).toBe('approved');
  });
});
