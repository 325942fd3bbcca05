import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { writing } from '@/test/stages/articles';
import { answers, draftedOn, rewrite, unname } from '@/test/stages/stories/stories';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { makePreviewLink } from './preview-link-commands';
import { findPreviewByLink } from './preview-queries';

let union: TestUnion;
let official: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
});

const woman = (name?: string) => makeMember(union.khuPho5, name);

describe('an address for looking before', () => {
  const link = async (articleId: string) => {
    const result = await makePreviewLink(official, { articleId });
    return result.ok ? result.value.secret : result.problem;
  };
  const opens = async (secret: string) => (await findPreviewByLink(secret, 'vi')) !== null;

  test('shows a draft to a woman who was not asked yet, and ends with her no; another woman’s stays', async () => {
    const [personId, other] = [await woman(), await woman()];
    const [id, stays] = [
      await draftedOn(official, personId, writing(union.longHung)),
      await draftedOn(official, other, writing(union.longHung)),
    ];
    const [secret, hers] = [await link(id), await link(stays)];
    await answers(official, other, 'given');
    expect([await opens(secret), await opens(hers)]).toEqual([true, true]);
    await answers(official, personId, 'refused');
    expect([await opens(secret), await opens(hers)]).toEqual([false, true]);
    expect(await db.previewLink.count({ where: { edition: { articleId: id } } })).toBe(0);
    expect(await link(id)).toBe('name-refused');
  });

  test('of an edition that does not name her is made all the same, and shows nothing once her name is written into it', async () => {
    const personId = await woman('Phan Thị Viết Sau');
    await answers(official, personId, 'refused');
    const id = await draftedOn(official, personId, writing(union.longHung));
    await unname(official, id);
    const secret = await link(id);
    expect(await opens(secret)).toBe(true);
    expect(await rewrite(official, id, { bodyVi: 'Chị Phan Thị Viết Sau cười.' })).toBe('saved');
    expect(await opens(secret)).toBe(false);
  });
});
