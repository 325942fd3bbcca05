import { createTranslator } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PublishedArticle } from '@/domain/articles/article';
import type { Guide, GuideTrouble } from '@/domain/guides/guide';
import guides from '@/i18n/messages/vi/guides.json';
import layout from '@/i18n/messages/vi/layout.json';
import { GuideCard } from './guide-card';

const article = {
  title: 'Gọi video',
  summary: 'Thấy mặt nhau.',
  topics: [],
  demo: false,
} as unknown as PublishedArticle;
const messages = { guides, layout };
const words = {
  t: createTranslator({ locale: 'vi', messages, namespace: 'guides' }),
  layout: createTranslator({ locale: 'vi', messages, namespace: 'layout' }),
  demo: 'Dữ liệu minh họa',
} as unknown as Pick<Parameters<typeof GuideCard>[0], 't' | 'layout' | 'demo'>;

function cardWith(troubles: GuideTrouble[]): string {
  const guide = { needs: [], steps: [], troubles, reviewedOn: null, reviewOn: null } as Guide;
  return renderToStaticMarkup(
    createElement(GuideCard, { ...words, article, guide, short: 'https://portal.example/b/12' }),
  );
}

test('a card says what to do when it goes wrong, and nothing of that where nothing is written', () => {
  expect(cardWith([{ title: 'Mất mạng', body: 'Bật lại.' }])).toContain(guides.troubles);
  expect(cardWith([])).not.toContain(guides.troubles);
});

test('a card names the address that can be typed, without what nobody types', () => {
  expect(cardWith([]).replace(/<[^>]*>/g, '')).toMatch(/[^/]portal\.example\/b\/12/);
});
