import { createHash } from 'node:crypto';
import { defaultMarkdownParser } from 'prosemirror-markdown';
import type { Locale } from '@/domain/locale';
import { type Database, type Made, newId, type Row, unique, write } from './write';

export interface ArticleOptions {
  unit: Made;
  author: Made;
  /** another account than the author's: who wrote may not approve */
  approver: Made;
  kind?: 'news' | 'story' | 'alert' | 'guide' | 'page';
  state?: 'draft' | 'submitted' | 'published';
  publishedAt?: string;
  title?: string;
  titleEn?: string;
  markdown?: string;
  /** the title again where none is given */
  summary?: string;
  slug?: string;
  communes?: readonly Made[];
  topics?: readonly Made[];
}

export interface MadeArticle extends Made {
  editionId: string;
  slugs: { vi: string; en: string };
}

/** An article in both languages: published unless told otherwise. */
export async function createArticle(database: Database, options: ArticleOptions): Promise<MadeArticle> {
  const { unit, author, kind = 'news', state = 'published', communes = [], topics = [] } = options;
  const {
    publishedAt = '2026-01-05T07:00:00+07:00',
    title = 'Tin mẫu',
    titleEn = 'Sample news',
    markdown = 'Nội dung.',
  } = options;
  const [id, editionId, base] = [newId(), newId(), options.slug ?? `bai-${unique()}`];
  const made = { vi: newId(), en: newId() };
  const slugs = { vi: base, en: `${base}-en` };
  const locales = ['vi', 'en'] as const;
  const { summary } = options;
  const words = { vi: wordsIn(title, summary, markdown), en: wordsIn(titleEn, summary, markdown) };
  await write(database, [
    [
      'article',
      { id, kind, unit_id: unit.id, demo: false, created_at: publishedAt, created_by_id: author.id, version: 1 },
    ],
    ...locales.map(
      (locale): Row => [
        'article_slug',
        { id: newId(), article_id: id, locale, slug: slugs[locale], since_at: publishedAt },
      ],
    ),
    ['edition', { id: editionId, article_id: id, number: 1, created_at: publishedAt, version: 1 }],
    ['edition_author', { edition_id: editionId, account_id: author.id, wrote_at: publishedAt }],
    ...locales.map((locale): Row => textRow(made, editionId, locale, words)),
    ...decisions(editionId, options, state),
    ...communes.map((commune): Row => ['article_commune', { article_id: id, unit_id: commune.id }]),
    ...topics.map((topic): Row => ['article_topic', { article_id: id, skill_id: topic.id }]),
    ...(state === 'published' ? locales.map((locale): Row => publication(id, made[locale], locale, publishedAt)) : []),
  ]);
  return { id, editionId, slugs };
}

type Words = { title: string; summary: string; body: unknown; plain: string };

function wordsIn(title: string, summary: string | undefined, markdown: string): Words {
  const document = defaultMarkdownParser.parse(markdown);
  const plain = document.textBetween(0, document.content.size, '\n', ' ');
  return { title, summary: summary ?? title, body: document.toJSON(), plain };
}

/** As the database works it out: over title, summary and words. */
const shaOf = ({ title, summary, plain }: Words) =>
  `\\x${createHash('sha256').update([title, summary, plain].join('\n')).digest('hex')}`;

function textRow(made: Record<Locale, string>, editionId: string, locale: Locale, words: Record<Locale, Words>): Row {
  const source = { translated_from_id: made.vi, translated_from_sha: shaOf(words.vi) };
  const own = { id: made[locale], edition_id: editionId, locale, ...words[locale], version: 1 };
  return ['edition_text', locale === 'en' ? { ...own, ...source } : own];
}

function decisions(editionId: string, { author, approver }: ArticleOptions, state: string): Row[] {
  const decide = (kind: string, by: Made): Row => [
    'edition_decision',
    { id: newId(), edition_id: editionId, kind, decided_at: new Date().toISOString(), decided_by_id: by.id },
  ];
  if (state === 'draft') return [];
  return state === 'submitted'
    ? [decide('submitted', author)]
    : [decide('submitted', author), decide('approved', approver)];
}

const publication = (articleId: string, textId: string, locale: string, at: string): Row => [
  'publication',
  { id: newId(), article_id: articleId, locale, text_id: textId, planned_at: at, published_at: at, version: 1 },
];
