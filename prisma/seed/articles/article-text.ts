import { readFileSync } from 'node:fs';
import type { Locale } from '../../../domain/locale';
import type { SeedArticle, SeedArticleText } from './seed-article';

/** The one source of facts. It names no newspaper and no address, so neither do we. */
export const source: SeedArticle['source'] = { name: 'Nga Sơn, Báo Đồng Nai (bản tiếng Anh: Minh Hạnh, Minho)' };

/** Stands at the end of every piece that names a person of the source. */
export const nameNote = {
  vi: 'Về tên và lời trong bài: chúng tôi chỉ có bản tiếng Anh của bài gốc. Bản ấy viết tên riêng không dấu, nên dấu trong tên người ở đây là cách đọc của chúng tôi. Lời các chị, các cô được thuật lại theo ý, không phải trích nguyên văn.',
  en: 'About names and words: we have only the English version of the original article. It gives Vietnamese names without their marks, so the marks on personal names here are our reading. Words in quotation marks are those of the English version; the rest is retold.',
} as const;

type Words = Omit<SeedArticleText, 'markdown'>;

/** Both languages of a piece: its words, and its body from `texts/<locale>/<key>.md`, with the note on names where people are named. */
export function textsOf(key: string, words: { vi: Words; en: Words }, people?: 'names people'): SeedArticle['texts'] {
  const body = (locale: Locale) => {
    const markdown = readFileSync(new URL(`./texts/${locale}/${key}.md`, import.meta.url), 'utf8').trim();
    return people ? `${markdown}\n\n${nameNote[locale]}` : markdown;
  };
  return { vi: { ...words.vi, markdown: body('vi') }, en: { ...words.en, markdown: body('en') } };
}
