import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { today } from '@/domain/days/day';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { publishArticle } from '@/domain/newsroom/publish-commands';
import { isHerMove } from '@/domain/newsroom/standing';
import { findStanding } from '@/domain/newsroom/standing-queries';
import { findWaitingArticles, type WaitingKind } from '@/domain/newsroom/waiting-queries';
import { db } from '@/prisma/client';
import type { MadeUnit } from '@/test/factories/units';
import { drafted, submitted, versionOf, writing } from '@/test/stages/articles';
import { carriedOut } from '@/test/stages/units';
import { makeCommune, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { editArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { listPublishedArticles } from '../queries';

let union: TestUnion;
let official: Viewer;
let colleague: Viewer;
let province: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  colleague = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
});

const refused = { ok: false, problem: 'place-not-hers' };
const written = async (kind: 'news' | 'story', communeIds: string[]) =>
  submitted(official, await drafted(official, writing(union.longHung, { kind, communeIds })));
const form = async (articleId: string) => ({
  articleId,
  version: await versionOf(province, articleId),
  locales: ['vi' as const, 'en' as const],
});
const stands = async ({ slug }: Pick<MadeUnit, 'slug'>, id: string) =>
  (await listPublishedArticles('vi', { commune: slug, take: 50 })).articles.some((card) => card.id === id);
const waits = async (viewer: Viewer, what: WaitingKind, articleId: string) =>
  (await findWaitingArticles(viewer, 50))[what].first.some(({ id }) => id === articleId);
const isMoveOf = async (viewer: Viewer, id: string) => {
  const [article, standing] = [await findArticle(viewer, id), await findStanding(viewer, id)];
  return article !== null && standing !== null && isHerMove(standing, article);
};

/** Writes a correction that names these communes, and hands it in. */
async function corrected(articleId: string, communeIds: string[]): Promise<void> {
  const { kind: _kind, unitId: _unit, ...words } = writing(union.longHung, { communeIds });
  const result = await editArticle(official, { ...words, articleId, version: await versionOf(official, articleId) });
  if (!result.ok) throw new Error(result.problem);
  await submitted(official, articleId);
}

describe('what names a neighbour', () => {
  test('is neither approved nor published by the commune that wrote it, waits for the city, and stands with the neighbour once the city lets it', async () => {
    for (const kind of ['news', 'story'] as const)
      for (const communeIds of [[union.trangDai.id], [union.longHung.id, union.trangDai.id]]) {
        const id = await written(kind, communeIds);
        expect(await approveArticle(colleague, await form(id))).toEqual(refused);
        expect([await isMoveOf(colleague, id), await isMoveOf(province, id)]).toEqual([false, true]);
        expect([await waits(colleague, 'toApprove', id), await waits(province, 'toApprove', id)]).toEqual([
          false,
          true,
        ]);
        expect((await approveArticle(province, { ...(await form(id)), locales: [] })).ok).toBe(true);
        expect(await publishArticle(colleague, await form(id))).toEqual(refused);
        expect([await waits(colleague, 'toPublish', id), await waits(province, 'toPublish', id)]).toEqual([
          false,
          true,
        ]);
        expect(await stands(union.trangDai, id)).toBe(false);
        expect((await publishArticle(province, await form(id))).ok).toBe(true);
        expect(await stands(union.trangDai, id)).toBe(true);
      }
  });

  test('by a correction of what is public goes to the city too, and readers of the neighbour see nothing of it before', async () => {
    const id = await written('news', [union.longHung.id]);
    expect((await approveArticle(colleague, await form(id))).ok).toBe(true);
    await corrected(id, [union.longHung.id, union.trangDai.id]);
    expect(await approveArticle(colleague, await form(id))).toEqual(refused);
    expect(await stands(union.trangDai, id)).toBe(false);
    expect((await approveArticle(province, await form(id))).ok).toBe(true);
    expect(await stands(union.trangDai, id)).toBe(true);
  });
});

test('what names no place, or its own alone, is its commune’s to approve', async () => {
  for (const communeIds of [[], [union.longHung.id]]) {
    const id = await written('news', communeIds);
    expect([await isMoveOf(colleague, id), await waits(colleague, 'toApprove', id)]).toEqual([true, true]);
    expect((await approveArticle(colleague, await form(id))).ok).toBe(true);
    expect(await stands(union.longHung, id)).toBe(true);
  }
});

describe('a commune that went on in another', () => {
  const merged = async (name: string, into: Pick<MadeUnit, 'id'>) => {
    const gone = await makeCommune(union.province, name);
    await carriedOut(province, { kind: 'merge', unitId: gone.id, targetId: into.id, from: today() });
    return gone;
  };

  test('is named as that one: hers where it is hers, the city’s where it is a neighbour’s', async () => {
    const [ours, theirs] = [await merged('Tân Phước', union.longHung), await merged('Bình Minh', union.trangDai)];
    const own = await written('news', [ours.id]);
    expect(await waits(colleague, 'toApprove', own)).toBe(true);
    expect((await approveArticle(colleague, await form(own))).ok).toBe(true);
    expect(await stands(union.longHung, own)).toBe(true);
    // no form offers it, but a request may name it
    await corrected(own, [theirs.id]);
    expect(await waits(colleague, 'toApprove', own)).toBe(false);
    expect(await approveArticle(colleague, await form(own))).toEqual(refused);
    expect(await db.articleCommune.count({ where: { articleId: own, unitId: theirs.id } })).toBe(0);
  });
});
