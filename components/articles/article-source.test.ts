import { createTranslator } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PublishedArticle } from '@/domain/articles/article';
import articles from '@/i18n/messages/vi/articles.json';
import { ArticleSource, type PageWords } from './article-source';

type Messages = NonNullable<Parameters<typeof createTranslator>[0]['messages']>;
type Piece = Pick<PublishedArticle, 'kind' | 'source' | 'lead'>;
const lead = { id: 'a' } as PublishedArticle['lead'];
const { drawn } = articles.page;

function below(piece: Partial<Piece>): string {
  const t: PageWords = createTranslator({
    locale: 'vi',
    messages: { articles } as Messages,
    namespace: 'articles.page',
  });
  const own: Piece = { kind: 'news', source: null, lead: null, ...piece };
  return renderToStaticMarkup(createElement(ArticleSource, { ...own, t }));
}

test('the picture is said to be a drawing where it is one', () => {
  expect(below({})).toContain(drawn);
  expect(below({ lead })).toBe('');
});

test('a source is named with a picture too, and below a guide, which is drawn throughout', () => {
  const source = { name: 'Công an tỉnh', url: null };
  for (const piece of [{ lead }, { kind: 'guide' as const }]) {
    expect(below({ ...piece, source })).toContain('Công an tỉnh');
    expect(below({ ...piece, source })).not.toContain(drawn);
  }
  expect(below({ kind: 'guide' })).toBe('');
});
