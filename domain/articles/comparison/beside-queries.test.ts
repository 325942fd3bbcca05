import { expect, test } from 'vitest';
import { findArticle } from '@/domain/articles/draft-queries';
import { approveArticle } from '@/domain/newsroom/decision-commands';
import { db } from '@/prisma/client';
import { another, drafted, published, submitted, versionOf, writing } from '@/test/stages/articles';
import { wholePicture } from '@/test/stages/pictures';
import { rewrite } from '@/test/stages/stories/stories';
import { makeUnion, makeViewer } from '@/test/union';
import { chooseLeadPicture } from '../pictures/lead-picture-commands';
import { findWordsBeside } from './beside-queries';

test('words of pictures at the head and within the text, and notes of both languages, are read by whoever may see the article', async () => {
  const union = await makeUnion();
  const official = await makeViewer('commune_official', union.longHung);
  const neighbour = await makeViewer('commune_official', union.trangDai);
  const [head, within] = [
    await wholePicture(official, union.khuPho5, 'nobody'),
    await wholePicture(official, union.khuPho5, 'nobody'),
  ];
  for (const [pictureId, words] of [
    [head, 'đầu'],
    [within, 'trong'],
  ] as const)
    for (const locale of ['vi', 'en'])
      await db.mediaText.update({
        where: { pictureId_locale: { pictureId, locale } },
        data: { alt: `Ảnh ${words} ${locale}`, caption: words === 'đầu' ? `Lời ${locale}` : null },
      });
  const line = `[[/admin/pictures/${within}]]`;
  const words = { bodyVi: `Lời.\n\n${line}`, bodyEn: `Words.\n\n${line}` };
  const articleId = await drafted(official, writing(union.longHung, words));
  const version = await versionOf(official, articleId);
  expect((await chooseLeadPicture(official, { articleId, pictureId: head, version })).ok).toBe(true);
  const article = await findArticle(official, articleId);
  if (!article) throw new Error('not to be seen');
  const beside = await findWordsBeside(official, article);
  expect(beside.vi.sort()).toEqual(['Lời vi', 'Ảnh trong vi', 'Ảnh đầu vi'].sort());
  expect(beside.en.sort()).toEqual(['Lời en', 'Ảnh trong en', 'Ảnh đầu en'].sort());
  expect(await findWordsBeside(neighbour, article)).toEqual({ vi: [], en: [] });
});

test('a note in one language alone is compared with nothing', async () => {
  const union = await makeUnion();
  const editor = await makeViewer('editor', union.province);
  const id = await published(editor, writing(union.province));
  const correct = async (notes: object) => {
    expect(
      await rewrite(editor, id, { titleVi: `Tựa ${JSON.stringify(notes)}`, titleEn: `Title ${JSON.stringify(notes)}` }),
    ).toBe('saved');
    await submitted(editor, id);
    const form = { articleId: id, version: await versionOf(editor, id), locales: ['vi' as const, 'en' as const] };
    expect((await approveArticle(await another(editor), { ...form, ...notes })).ok).toBe(true);
  };
  await correct({ noteVi: 'Sửa 35 chị.', noteEn: 'Corrected: 53 women.' });
  await correct({ noteVi: 'Sửa ngày.' });
  const article = await findArticle(editor, id);
  if (!article) throw new Error('not to be seen');
  expect(await findWordsBeside(editor, article)).toEqual({ vi: ['Sửa 35 chị.'], en: ['Corrected: 53 women.'] });
});
