import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { writeGuideParts } from '@/domain/guides/parts-commands';
import { writtenPartsInput } from '@/domain/guides/written-parts';
import { db } from '@/prisma/client';
import { alertLines, bringOut, drafted, inVietnamese, stepped, versionOf, writing } from '@/test/stages/articles';
import { wholePicture } from '@/test/stages/pictures';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { writeAlertParts } from '../alerts/alert-commands';
import { writtenAlertInput } from '../alerts/written-alert';
import type { DraftInput } from '../article';
import { editArticle } from '../commands';
import { findArticle } from '../draft-queries';
import { beginEdition } from '../renewal/edition-commands';
import { findTranslationSource } from './translation-queries';

let union: TestUnion;
let official: Viewer;
let neighbour: Viewer;
beforeAll(async () => {
  union = await makeUnion();
  official = await makeViewer('commune_official', union.longHung);
  neighbour = await makeViewer('commune_official', union.trangDai);
});

const isBehind = async (articleId: string) => (await findArticle(official, articleId))?.behind;
const step = (title: string) => ({ 'step-0': title });
const whole = { titleVi: step('Mở máy'), bodyVi: step('Bấm nút.'), titleEn: step('Open'), bodyEn: step('Press.') };

async function steps(articleId: string, change: object = {}): Promise<void> {
  const form = { articleId, version: String(await versionOf(official, articleId)), ...whole, ...change };
  const drawn = { screen: step('app'), beside: step('phone') };
  const result = await writeGuideParts(official, writtenPartsInput.parse({ ...form, ...drawn }));
  if (!result.ok) throw new Error(result.problem);
}
async function lines(articleId: string, change: object): Promise<void> {
  const form = { articleId, version: String(await versionOf(official, articleId)), ...alertLines, ...change };
  const result = await writeAlertParts(official, writtenAlertInput.parse(form));
  if (!result.ok) throw new Error(result.problem);
}
async function save(articleId: string, { kind: _kind, unitId: _unit, ...words }: DraftInput): Promise<void> {
  const result = await editArticle(official, { ...words, articleId, version: await versionOf(official, articleId) });
  if (!result.ok) throw new Error(result.problem);
}
const guide = async () => {
  const id = await drafted(official, writing(union.longHung, { kind: 'guide' }));
  await steps(id);
  return id;
};

describe('English of a guide or an alert', () => {
  test('follows the lines it was written with, and is behind once those in Vietnamese alone change', async () => {
    const id = await guide();
    expect(await isBehind(id)).toBe(false);
    await steps(id, { bodyVi: step('Bấm nút bên trái.') });
    expect(await isBehind(id)).toBe(true);
    await steps(id, { bodyVi: step('Bấm nút bên trái.'), bodyEn: step('Press on the left.') });
    expect(await isBehind(id)).toBe(false);
  });

  test('is behind a line that came or went in Vietnamese alone, and not by one of its own', async () => {
    const id = await drafted(official, writing(union.longHung, { kind: 'alert' }));
    expect(await isBehind(id)).toBe(false);
    const titleEn = { ...alertLines.titleEn, 'step-0': 'Hang up at once' };
    await lines(id, { titleEn });
    expect(await isBehind(id)).toBe(false);
    await lines(id, { titleEn, titleVi: { ...alertLines.titleVi, 'sign-0': 'Người lạ nhắn tin' } });
    expect(await isBehind(id)).toBe(true);
  });

  test('is what whoever saves says of it: right still, or not yet', async () => {
    const id = await guide();
    await steps(id, { titleVi: step('Mở điện thoại'), following: 'follows' });
    expect(await isBehind(id)).toBe(false);
    await steps(id, { titleVi: step('Bật máy'), titleEn: step('Start'), following: 'behind' });
    expect(await isBehind(id)).toBe(true);
  });

  test('follows as before in a new edition that is begun with the same lines', async () => {
    const id = await guide();
    await bringOut(await makeViewer('editor', union.province), id);
    await beginEdition(official, { articleId: id, version: await versionOf(official, id) });
    expect(await isBehind(id)).toBe(false);
    await steps(id, { bodyVi: step('Bấm nút bên trái.') });
    expect(await isBehind(id)).toBe(true);
  });

  test('is nothing to say of Vietnamese alone; lines that are not changed leave a text as it was', async () => {
    const id = await drafted(official, writing(union.longHung, { kind: 'guide', ...inVietnamese }));
    await stepped(official, id);
    expect(await isBehind(id)).toBe(false);
    const [text] = await db.editionText.findMany({ where: { edition: { articleId: id } }, take: 2 });
    expect(text?.lines).toBe('Mở máy\nBấm nút bên cạnh.');
  });
});

describe('English of a text with pictures and cards', () => {
  const input = (...vi: string[]) =>
    writing(union.longHung, { titleVi: 'Chuyện có ảnh', titleEn: 'With pictures', bodyVi: vi.join('\n\n') });
  const line = (picture: string) => `[[/admin/pictures/${picture}]]`;

  test('is behind a picture that came, was put in the place of another, moved or went; not the form of words', async () => {
    const [one, other] = [
      line(await wholePicture(official, union.khuPho5, 'nobody')),
      line(await wholePicture(official, union.khuPho5, 'nobody')),
    ];
    for (const [then, now, behind] of [
      [['Một.', 'Hai.'], ['Một.', 'Hai.', one], true],
      [['Một.', one, 'Hai.'], ['Một.', other, 'Hai.'], true],
      [['Một.', one, 'Hai.'], ['Một.', 'Hai.', one], true],
      [['Một.', one], ['Một.'], true],
      [['Một hai.', one], ['Một **hai**.', one], false],
    ] as const) {
      const id = await drafted(official, input(...then));
      await save(id, input(...now));
      expect([then, now, await isBehind(id)]).toEqual([then, now, behind]);
    }
  });

  test('is behind a card that leads elsewhere, also where it is called the same', async () => {
    const card = ({ slug }: { slug: string }) => `[[/xa-phuong/${slug}]]`;
    const id = await drafted(official, input('Một.', card(union.longHung)));
    await save(id, input('Một.', card(union.trangDai)));
    expect(await isBehind(id)).toBe(true);
    const other = await drafted(official, input('Một.', card(union.longHung)));
    await db.$executeRaw`UPDATE edition_text t SET body = replace(body::text, ${union.longHung.slug}, ${union.trangDai.slug})::jsonb
      FROM edition e WHERE e.id = t.edition_id AND e.article_id = ${other}::uuid AND t.locale = 'vi'`;
    expect(await isBehind(other)).toBe(true);
  });

  test('is told what it followed, with what the pictures show that stood there; the neighbour is told nothing', async () => {
    const picture = await wholePicture(official, union.khuPho5, 'nobody');
    const id = await drafted(official, input('Một.', line(picture)));
    await save(id, input('Một.'));
    expect(await findTranslationSource(official, id)).toMatchObject({
      plain: 'Một.',
      body: { content: [{ type: 'paragraph' }, { type: 'picture', attrs: { ref: picture } }] },
      told: { [picture]: 'Chị em học gọi video' },
    });
    expect(await findTranslationSource(neighbour, id)).toBeNull();
  });
});
