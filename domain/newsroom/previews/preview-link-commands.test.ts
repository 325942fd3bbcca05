import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { tokenHash } from '@/domain/accounts/token';
import { editArticle } from '@/domain/articles/commands';
import { chooseLeadPicture } from '@/domain/articles/pictures/lead-picture-commands';
import { takeConsent, withdrawConsent } from '@/domain/consents/consent-commands';
import { addDays, today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import { db, refusal } from '@/prisma/client';
import { createConsentText } from '@/test/factories/consents';
import { another, drafted, stepped, submitted, versionOf, writing } from '@/test/stages/articles';
import { wholePicture } from '@/test/stages/pictures';
import { makeMember, makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { approveArticle } from '../decision-commands';
import { settleDuePublications } from '../due-publication-commands';
import { publishArticle } from '../publish-commands';
import { LINKS_MAX, newPreviewSecret } from './preview-link';
import { endPreviewLink, forgetPreviewLinks, makePreviewLink } from './preview-link-commands';
import {
  findPreview,
  findPreviewByLink,
  findPreviewSize,
  findPreviewSizeByLink,
  listPreviewLinks,
} from './preview-queries';

let union: TestUnion;
let writer: Viewer;
let province: Viewer;
let neighbour: Viewer;
let reader: Viewer;

beforeAll(async () => {
  union = await makeUnion();
  writer = await makeViewer('commune_official', union.longHung);
  province = await makeViewer('province_official', union.province);
  neighbour = await makeViewer('commune_official', union.trangDai);
  reader = await makeViewer('viewer', union.longHung);
});

const story = (titleVi = 'Chuyện sắp lên trang') => drafted(writer, writing(union.longHung, { titleVi }));

async function linked(articleId: string): Promise<string> {
  const result = await makePreviewLink(writer, { articleId });
  if (!result.ok) throw new Error(result.problem);
  return result.value.secret;
}

const form = async (articleId: string, locales: Locale[]) => ({
  articleId,
  version: await versionOf(province, articleId),
  locales,
});
const approved = async (articleId: string) => {
  await submitted(writer, articleId);
  expect((await approveArticle(province, await form(articleId, []))).ok).toBe(true);
};
const opens = async (secret: string, locale: Locale = 'vi') => (await findPreviewByLink(secret, locale)) !== null;

describe('a preview link', () => {
  test('opens the edition in each of its languages without an account, and names nobody who wrote it', async () => {
    const articleId = await story('Chị em học VNeID');
    const secret = await linked(articleId);
    expect(await findPreviewByLink(secret, 'vi')).toMatchObject({
      article: { title: 'Chị em học VNeID', slug: '', twinSlug: null },
      edition: 1,
      superseded: false,
      published: false,
      locales: ['vi', 'en'],
    });
    expect(await opens(secret, 'en')).toBe(true);
    expect(JSON.stringify(await findPreviewByLink(secret, 'vi'))).not.toContain(writer.displayName);
    for (const other of [newPreviewSecret(), articleId, secret.toUpperCase(), `${secret}0`, "' OR 1=1 --", ''])
      expect(await opens(other), other).toBe(false);
  });

  test('is kept as a hash alone, and told once: neither the list nor the trail knows it', async () => {
    const articleId = await story();
    const secret = await linked(articleId);
    const rows = await db.previewLink.findMany({ where: { edition: { articleId } }, take: 2 });
    expect(rows.map(({ tokenHash: kept }) => Buffer.from(kept).equals(Buffer.from(tokenHash(secret))))).toEqual([true]);
    const trail = await db.auditEntry.findMany({ where: { subjectId: articleId }, take: 10 });
    const told = JSON.stringify([await listPreviewLinks(writer, articleId), trail], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(told).not.toContain(secret);
    expect(told).toContain('makePreviewLink');
  });

  test('is made and ended by who may write, whoever made it; not by the neighbour, for whom nothing is there', async () => {
    const articleId = await story();
    const secret = await linked(articleId);
    const [link] = await listPreviewLinks(province, articleId);
    const end = { articleId, linkId: link?.id ?? '' };
    expect(await makePreviewLink(neighbour, { articleId })).toEqual({ ok: false, problem: 'not-found' });
    expect(await endPreviewLink(neighbour, end)).toEqual({ ok: false, problem: 'not-found' });
    expect(await makePreviewLink(reader, { articleId })).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await endPreviewLink(reader, end)).toEqual({ ok: false, problem: 'not-allowed' });
    expect(await listPreviewLinks(neighbour, articleId)).toEqual([]);
    expect(await listPreviewLinks(reader, articleId)).toEqual([]);
    expect(await opens(secret)).toBe(true);
    expect((await endPreviewLink(province, end)).ok).toBe(true);
    expect(await opens(secret)).toBe(false);
    expect(await endPreviewLink(writer, end)).toEqual({ ok: false, problem: 'ended-already' });
  });

  test('is one of five at most, also where two are quick', async () => {
    const articleId = await story();
    for (let made = 1; made < LINKS_MAX; made++) await linked(articleId);
    const both = await Promise.all([makePreviewLink(writer, { articleId }), makePreviewLink(province, { articleId })]);
    expect(both.map((result) => (result.ok ? 'made' : result.problem)).sort()).toEqual(['made', 'too-many-links']);
    expect(await listPreviewLinks(writer, articleId)).toHaveLength(LINKS_MAX);
  });
});

describe('a preview link ends', () => {
  test('with the publication of its edition by hand, in whatever language, and none is made for it again', async () => {
    const articleId = await story();
    const secret = await linked(articleId);
    await approved(articleId);
    expect(await opens(secret)).toBe(true);
    expect((await publishArticle(province, await form(articleId, ['en']))).ok).toBe(true);
    expect([await opens(secret, 'vi'), await opens(secret, 'en')]).toEqual([false, false]);
    expect(await makePreviewLink(writer, { articleId })).toEqual({ ok: false, problem: 'published-already' });
    expect(await findPreview(writer, articleId, 'vi')).toMatchObject({ published: true });
  });

  test('with its hour, by the clock, and not before', async () => {
    const articleId = await story();
    const secret = await linked(articleId);
    await approved(articleId);
    const hour = { ...(await form(articleId, ['vi'])), day: addDays(today(), 1), time: '07:00' };
    expect((await publishArticle(province, hour)).ok).toBe(true);
    await settleDuePublications();
    expect(await opens(secret)).toBe(true);
    const past = { plannedAt: new Date(Date.now() - 60_000), createdAt: new Date(Date.now() - 86_400_000) };
    await db.publication.updateMany({ where: { articleId }, data: past });
    await settleDuePublications();
    expect(await opens(secret)).toBe(false);
  });

  test('after seven days, and is forgotten by the job', async () => {
    const articleId = await story();
    const made = await makePreviewLink(writer, { articleId });
    if (!made.ok) throw new Error(made.problem);
    expect(Math.round((made.value.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(7);
    const { editionId } = await db.previewLink.findFirstOrThrow({ where: { edition: { articleId } } });
    const old = newPreviewSecret();
    const [createdAt, expiresAt] = [new Date(Date.now() - 8 * 86_400_000), new Date(Date.now() - 1)];
    await db.previewLink.create({
      data: { editionId, tokenHash: tokenHash(old), createdById: writer.accountId, createdAt, expiresAt },
    });
    expect(await opens(old)).toBe(false);
    expect(await listPreviewLinks(writer, articleId)).toHaveLength(1);
    expect(await forgetPreviewLinks()).toBeGreaterThanOrEqual(1);
    expect(await db.previewLink.count({ where: { edition: { articleId } } })).toBe(1);
    expect(await opens(made.value.secret)).toBe(true);
  });

  test('whichever of making it and publishing comes first: no link leads to what is public', async () => {
    for (let round = 0; round < 4; round++) {
      const articleId = await story();
      await approved(articleId);
      const publish = await form(articleId, ['vi', 'en']);
      const [made] = await Promise.all([makePreviewLink(writer, { articleId }), publishArticle(province, publish)]);
      if (made.ok) expect(await opens(made.value.secret)).toBe(false);
      expect(await db.previewLink.count({ where: { edition: { articleId } } })).toBe(0);
    }
  });

  test('not with a newer edition, of which it says so, but with its publication; the database makes none for what is public, or older', async () => {
    const articleId = await story('Bản đầu');
    const secret = await linked(articleId);
    await approved(articleId);
    const { kind: _kind, unitId: _unit, ...words } = writing(union.longHung, { titleVi: 'Bản sau' });
    await editArticle(writer, { ...words, articleId, version: await versionOf(writer, articleId) });
    expect(await findPreviewByLink(secret, 'vi')).toMatchObject({
      article: { title: 'Bản đầu' },
      edition: 1,
      superseded: true,
    });
    expect(await findPreview(writer, articleId, 'vi')).toMatchObject({ article: { title: 'Bản sau' }, edition: 2 });
    await approved(articleId);
    await publishArticle(province, await form(articleId, ['vi']));
    expect(await opens(secret)).toBe(false);
    const editions = await db.edition.findMany({ where: { articleId }, select: { id: true }, take: 3 });
    expect(editions).toHaveLength(2);
    const expiresAt = new Date(Date.now() + 60_000);
    for (const { id: editionId } of editions) {
      const data = { editionId, tokenHash: tokenHash('x'), createdById: writer.accountId, expiresAt };
      expect(await db.previewLink.create({ data }).catch(refusal)).toBe('preview_unpublished');
    }
  });

  test('not with a late publication of an edition before its own', async () => {
    const articleId = await story();
    await approved(articleId);
    await publishArticle(province, await form(articleId, ['vi']));
    await editArticle(writer, { ...writing(union.longHung), articleId, version: await versionOf(writer, articleId) });
    const secret = await linked(articleId);
    const where = { locale: 'en', edition: { articleId, number: 1 } };
    const { id: textId } = await db.editionText.findFirstOrThrow({ where, select: { id: true } });
    const at = { plannedAt: new Date(), publishedAt: new Date(), publishedById: province.accountId };
    await db.publication.create({ data: { articleId, locale: 'en', textId, ...at }, select: { id: true } });
    expect(await opens(secret)).toBe(true);
  });
});

describe('a preview', () => {
  test('is for who may see the article, and nothing for the neighbour', async () => {
    const articleId = await story();
    expect(await findPreview(reader, articleId, 'vi')).toMatchObject({ expiresAt: null });
    expect(await findPreview(neighbour, articleId, 'vi')).toBeNull();
    expect(await findPreview(writer, 'x', 'vi')).toBeNull();
  });

  test('of a guide shows its steps', async () => {
    const articleId = await drafted(writer, writing(union.longHung, { kind: 'guide' }));
    await stepped(writer, articleId, 'Mở ứng dụng');
    const secret = await linked(articleId);
    for (const preview of [await findPreview(writer, articleId, 'vi'), await findPreviewByLink(secret, 'vi')])
      expect(preview?.guide?.steps.map(({ title }) => title)).toEqual(['Mở ứng dụng']);
  });

  test('shows its picture while each woman in it agrees, by the link as to colleagues, and to nobody else', async () => {
    const [personId, pictureId] = [await makeMember(union.khuPho5), await wholePicture(writer, union.khuPho5, 'named')];
    const consent = { personId, pictureId, purpose: 'image', channel: 'paper', day: today() } as const;
    const articleId = await story();
    const version = await versionOf(writer, articleId);
    await chooseLeadPicture(writer, { articleId, pictureId, version });
    const secret = await linked(articleId);
    const size = { pictureId, width: 480, format: 'avif' };
    const shown = async () => [
      (await findPreviewByLink(secret, 'vi'))?.article.lead?.id ?? null,
      (await findPreviewSizeByLink(secret, size)) !== null,
      (await findPreviewSize(writer, articleId, size)) !== null,
    ];
    expect(await shown()).toEqual([null, false, false]);
    expect(await findPreviewByLink(secret, 'vi')).toMatchObject({ pictureHidden: true });
    const textId = (await createConsentText(db, 'image')).id;
    await takeConsent(writer, { ...consent, textId, answer: 'given', uses: ['portal'], lastDay: undefined });
    expect(await shown()).toEqual([pictureId, true, true]);
    expect(await findPreviewSize(neighbour, articleId, size)).toBeNull();
    expect(await findPreviewSizeByLink(newPreviewSecret(), size)).toBeNull();
    const other = await linked(await drafted(await another(writer), writing(union.longHung)));
    expect(await findPreviewSizeByLink(other, size)).toBeNull();
    await withdrawConsent(writer, consent);
    expect(await shown()).toEqual([null, false, false]);
  });
});
