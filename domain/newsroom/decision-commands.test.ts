import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { editArticle } from '@/domain/articles/commands';
import type { Locale } from '@/domain/locale';
import { db, refusal } from '@/prisma/client';
import { drafted, inVietnamese, submitted, versionOf, writing } from '@/test/stages/articles';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle, returnArticle, submitArticle } from './decision-commands';
import { revokeApprovalRuling, ruleApproval } from './rulings/ruling-commands';
import { listRulings } from './rulings/ruling-queries';
import { findStanding } from './standing-queries';

let union: TestUnion;
let editor: Viewer;
let province: Viewer;
let official: Viewer;
let neighbour: Viewer;
let head: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  editor = await makeViewer('editor', union.province);
  province = await makeViewer('province_official', union.province);
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
  head = await makeViewer('sub_association_head', union.khuPho5);
});

const form = async (articleId: string, locales: Locale[] = []) => ({
  articleId,
  version: await versionOf(province, articleId),
  locales,
});
const read = async (articleId: string) => ({ articleId, version: await versionOf(province, articleId) });
const stateOf = async (articleId: string) => (await findStanding(province, articleId))?.editionState;
const written = async (viewer: Viewer, unit = union.province) =>
  submitted(viewer, await drafted(viewer, writing(unit)));

/** Writes in the newest edition, as the edit form does. */
async function rewrite(viewer: Viewer, articleId: string, titleVi = 'Tựa sửa lại'): Promise<void> {
  const { kind: _kind, unitId: _unit, ...words } = writing(union.province, { titleVi });
  const result = await editArticle(viewer, { ...words, articleId, version: await versionOf(province, articleId) });
  if (!result.ok) throw new Error(result.problem);
}

describe('a text goes its way', () => {
  test('from draft to submitted, returned with a remark, submitted again and approved by somebody else', async () => {
    const id = await drafted(editor, writing(union.province));
    expect(await stateOf(id)).toBe('draft');
    expect((await submitArticle(editor, await read(id))).ok).toBe(true);
    expect((await returnArticle(province, { ...(await read(id)), remark: 'Thiếu ngày.' })).ok).toBe(true);
    expect(await findStanding(editor, id)).toMatchObject({
      editionState: 'returned',
      decided: { kind: 'returned', remark: 'Thiếu ngày.', by: province.displayName },
    });
    await rewrite(editor, id);
    expect((await submitArticle(editor, await read(id))).ok).toBe(true);
    expect(await approveArticle(province, await form(id))).toMatchObject({ ok: true, value: { went: 'approved' } });
    expect(await stateOf(id)).toBe('approved');
    expect(await submitArticle(editor, await read(id))).toEqual({ ok: false, problem: 'step-taken' });
  });

  test('is put out in no language in which nothing is written, and not approved on the way', async () => {
    const id = await submitted(editor, await drafted(editor, writing(union.province, inVietnamese)));
    for (const locales of [['en'], ['vi', 'en']] as const)
      expect(await approveArticle(province, await form(id, [...locales]))).toEqual({
        ok: false,
        problem: 'not-written',
      });
    expect(await stateOf(id)).toBe('submitted');
    expect(await approveArticle(province, await form(id, ['vi']))).toMatchObject({
      ok: true,
      value: { went: 'published' },
    });
  });

  test('a step that was taken meanwhile, and a text that was changed behind her back, are told', async () => {
    const id = await written(editor);
    const stale = await form(id);
    await rewrite(editor, id);
    expect(await approveArticle(province, stale)).toEqual({ ok: false, problem: 'changed-since-read' });
    expect(await stateOf(id)).toBe('submitted');
    const both = await form(id);
    const others = [province, await makeViewer('editor', union.province)];
    const results = await Promise.all(others.map((viewer) => approveArticle(viewer, both)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a commune approves for its own page, the city for the front page, and neither neighbour nor head does', async () => {
    const id = await written(head, union.khuPho5);
    expect(await approveArticle(head, await form(id))).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await approveArticle(neighbour, await form(id))).toEqual({ ok: false, problem: 'not-found' });
    expect((await approveArticle(official, await form(id, ['vi']))).ok).toBe(true);
    const ofCity = await written(editor);
    expect(await approveArticle(official, await form(ofCity))).toEqual({ ok: false, problem: 'not-found' });
    expect((await approveArticle(province, await form(ofCity))).ok).toBe(true);
  });
});

describe('four eyes', () => {
  test('whoever wrote any part of it does not approve it, by the portal or past it', async () => {
    const id = await written(editor);
    expect(await approveArticle(editor, await form(id))).toEqual({ ok: false, problem: 'wrote-it' });
    await rewrite(province, id);
    expect(await approveArticle(province, await form(id))).toEqual({ ok: false, problem: 'wrote-it' });
    const editionId = (await findStanding(editor, id))?.editionId ?? '';
    const secretly = db.editionDecision.create({
      data: { editionId, kind: 'approved', decidedById: editor.accountId },
      select: { id: true },
    });
    expect(refusal(await secretly.catch((error: unknown) => error))).toBe('approved_by_another');
    expect(await stateOf(id)).toBe('submitted');
    expect((await approveArticle(await makeViewer('editor', union.province), await form(id))).ok).toBe(true);
  });

  test('beside an approval of the same moment whoever writes is not approved unread', async () => {
    const id = await written(editor);
    const approving = await form(id);
    const [approval] = await Promise.all([approveArticle(province, approving), rewrite(editor, id).catch(() => null)]);
    const standing = await findStanding(editor, id);
    // the text was approved as it was read and a new edition begun, or it was changed first and nothing approved
    if (approval.ok) expect(['approved', 'draft']).toContain(standing?.editionState);
    else expect(standing?.editionState).toBe('submitted');
  });

  test('what she wrote before the last approval is no hindrance: a new edition knows its own authors', async () => {
    const id = await written(editor);
    await approveArticle(province, await form(id, ['vi', 'en']));
    await rewrite(province, id, 'Bản của tỉnh');
    await submitted(province, id);
    expect(await approveArticle(province, await form(id))).toEqual({ ok: false, problem: 'wrote-it' });
    expect((await approveArticle(editor, await form(id))).ok).toBe(true);
  });

  test('a ruling of the province lets an office of one approve, says so, and ends when it is revoked', async () => {
    const unitId = union.longHung.id;
    const reason = 'Văn phòng chỉ có một người viết và duyệt.';
    expect(await ruleApproval(official, { unitId, reason })).toEqual({ ok: false, problem: 'not-found' });
    const first = await written(official, union.longHung);
    expect(await approveArticle(official, await form(first))).toEqual({ ok: false, problem: 'wrote-it' });
    const ruled = await ruleApproval(province, { unitId, reason });
    if (!ruled.ok) throw new Error(ruled.problem);
    expect(await ruleApproval(province, { unitId, reason })).toEqual({ ok: false, problem: 'ruled-already' });
    expect((await approveArticle(official, await form(first, ['vi']))).ok).toBe(true);
    expect(await findStanding(province, first)).toMatchObject({ alone: true });
    // elsewhere nothing is ruled
    const elsewhere = await written(neighbour, union.trangDai);
    expect(await approveArticle(neighbour, await form(elsewhere))).toEqual({ ok: false, problem: 'wrote-it' });
    // approved by somebody else it does not say so
    const byOther = await written(official, union.longHung);
    await approveArticle(province, await form(byOther));
    expect(await findStanding(province, byOther)).toMatchObject({ alone: false });

    const { rulingId, why } = { rulingId: ruled.value.id, why: 'Đã có người thứ hai.' };
    expect(await revokeApprovalRuling(official, { rulingId, reason: why })).toEqual({
      ok: false,
      problem: 'not-found',
    });
    expect((await revokeApprovalRuling(province, { rulingId, reason: why })).ok).toBe(true);
    const later = await written(official, union.longHung);
    expect(await approveArticle(official, await form(later))).toEqual({ ok: false, problem: 'wrote-it' });
    expect(await findStanding(province, first)).toMatchObject({ alone: true });
    expect(await listRulings(province)).toMatchObject({
      rulings: [{ reason, revokeReason: why, revokedBy: province.displayName }],
    });
    expect(await listRulings(official)).toBeNull();
    const forged = db.approvalRuling.updateMany({ where: { id: rulingId }, data: { revokeReason: 'Khác' } });
    expect(refusal(await forged.catch((error: unknown) => error))).toBe('ruling_stays');
  });
});
