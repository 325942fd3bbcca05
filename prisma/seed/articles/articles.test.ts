import { defaultMarkdownParser } from 'prosemirror-markdown';
import { describe, expect, test } from 'vitest';
import { skills } from '../trainings/skills';
import { communes } from '../units/communes';
import { nameNote } from './article-text';
import { articles } from './articles';

/** Every person whom the source article names, as we write them. */
const persons = ['Nguyễn Thị Hồng Hạnh', 'Nguyễn Thị Thúy Vân', 'Đoàn Thị Mỹ Thảo'];
const writers = ['Nga Sơn', 'Minh Hạnh', 'Minho'];
const places = ['Hoàng Oanh'];
/** The English version's quotations, word for word; nothing else may stand in quotation marks. */
const quotations = [
  'In addition to expanding the Digital Women’s Club model, in the coming time, we plan to establish the Digital Sub-association model and the 1+1 Digital Instructor model in some other neighborhoods in the area,',
  'Through learning and exchanging with each other, I just found out that some simple administrative procedures such as: public services on residence, ID cards, justice… can now also be initially done on the VNeID application',
];
/** Every figure of the source article; what else is a figure belongs to a model's name or to a list. */
const figures = ['5', '12', '3', '100', '1'];

const familyNames =
  'Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đoàn|Trương|Đinh|Lâm|Mai|Tô|Tạ|Cao|Châu|Điểu|Thị';
const fullName = new RegExp(`(?<!\\p{L})(?:${familyNames})(?: \\p{Lu}\\p{Ll}+)+`, 'gu');
const addressed = /(?<!\p{L})(?:chị|cô|bà|anh|ông|cô giáo|Ms|Mrs|teacher) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*)/gu;

const everyText = articles.flatMap((article) =>
  (['vi', 'en'] as const).map((locale) => ({
    article,
    locale,
    name: `${article.key} (${locale})`,
    ...article.texts[locale],
  })),
);
const allOf = (text: (typeof everyText)[number]) => [text.title, text.summary, text.markdown].join('\n');

describe('the real articles', () => {
  test('there are both news and stories, each kind with enough to fill a page', () => {
    expect(articles.filter((article) => article.kind === 'news').length).toBeGreaterThanOrEqual(4);
    expect(articles.filter((article) => article.kind === 'story').length).toBeGreaterThanOrEqual(4);
  });

  test('keys are unique, and so are slugs within a language, in plain ASCII', () => {
    expect(new Set(articles.map((article) => article.key)).size).toBe(articles.length);
    for (const locale of ['vi', 'en'] as const) {
      const slugs = articles.map((article) => article.texts[locale].slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  test('a piece names its source, and says in its text whose report it follows', () => {
    for (const article of articles) expect(article.source.name).toContain('Nga Sơn');
    for (const text of everyText)
      expect(text.markdown, text.name).toContain(text.locale === 'vi' ? 'bài của Nga Sơn' : 'the report by Nga Sơn');
  });

  test('communes and topics exist, and days are spaced within August and September 2025', () => {
    const communeSlugs = new Set(communes.map((commune) => commune.slug));
    const codes = new Set<string>(skills.map((skill) => skill.code));
    for (const article of articles) {
      for (const slug of article.communeSlugs) expect(communeSlugs).toContain(slug);
      for (const code of article.topicCodes) expect(codes).toContain(code);
      expect(article.topicCodes.length).toBeGreaterThan(0);
      expect(article.publishedOn).toMatch(/^2025-0[89]-([0-2]\d|3[01])$/);
    }
    expect(new Set(articles.map((article) => article.publishedOn)).size).toBe(articles.length);
  });

  test('words are in NFC, without invisible or control characters, and titles fit a phone', () => {
    for (const text of everyText) {
      expect(allOf(text), text.name).toBe(allOf(text).normalize('NFC'));
      expect(allOf(text), text.name).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\u00a0/u);
      expect(text.title.length, text.name).toBeLessThanOrEqual(70);
      expect(text.summary.length, text.name).toBeLessThanOrEqual(160);
    }
  });

  test('a piece is 250 to 600 words in Vietnamese and as whole in English', () => {
    const count = (markdown: string) => markdown.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;
    const parts = (markdown: string) => defaultMarkdownParser.parse(markdown).children.map((node) => node.type.name);
    for (const { key, texts } of articles) {
      const words = count(texts.vi.markdown);
      expect(words, key).toBeGreaterThanOrEqual(250);
      expect(words, key).toBeLessThanOrEqual(600);
      expect(count(texts.en.markdown), key).toBeGreaterThan(words * 0.7);
      const headings = (markdown: string) => parts(markdown).filter((name) => name === 'heading').length;
      expect(headings(texts.en.markdown), key).toBe(headings(texts.vi.markdown));
    }
  });

  test('Markdown parses to headings below the first level, paragraphs, lists, quotes and links only', () => {
    const nodes = new Set([
      'doc',
      'text',
      'paragraph',
      'heading',
      'bullet_list',
      'ordered_list',
      'list_item',
      'blockquote',
    ]);
    for (const text of everyText) {
      defaultMarkdownParser.parse(text.markdown).descendants((node) => {
        expect(nodes, text.name).toContain(node.type.name);
        if (node.type.name === 'heading') expect(node.attrs.level, text.name).toBe(2);
        for (const mark of node.marks) {
          expect(mark.type.name, text.name).toBe('link');
          expect(mark.attrs.href, text.name).toMatch(text.locale === 'vi' ? /^\/(?!en\/)[a-z]/ : /^\/en\/[a-z]/);
        }
      });
    }
  });

  test('no person appears whom the source does not name', () => {
    const given = [...persons, ...writers].map((name) => name.split(' ').at(-1));
    for (const text of everyText) {
      for (const [found] of allOf(text).matchAll(fullName))
        expect(
          [...persons, ...places].some((name) => found.startsWith(name)),
          `${text.name}: ${found}`,
        ).toBe(true);
      for (const [, found = ''] of allOf(text).matchAll(addressed))
        expect([...given, ...persons], `${text.name}: ${found}`).toContain(found);
    }
  });

  test('a piece that names a person of the source says whose reading the marks are; the others do not need to', () => {
    for (const text of everyText) {
      const names = persons.some((person) => text.markdown.includes(person));
      expect(text.markdown.includes(nameNote[text.locale]), text.name).toBe(names);
    }
  });

  test('people are quoted only as the English version has them; in Vietnamese their words are retold', () => {
    for (const text of everyText)
      for (const [, quoted = ''] of text.markdown.matchAll(/“([^”]*)”/g))
        if (text.locale === 'en') expect(quotations, text.name).toContain(quoted);
        else expect(quoted.split(' ').length, `${text.name}: ${quoted}`).toBeLessThanOrEqual(3);
  });

  test('no figure appears that the source does not have', () => {
    for (const text of everyText) {
      const prose = allOf(text)
        .replace(/^\d+\. /gm, '')
        .replace(/1\+1/g, '')
        .replace(/\]\([^)]*\)/g, ']');
      const source = text.locale === 'vi' ? prose.replace(/tháng [78]/g, '') : prose;
      for (const [figure] of source.matchAll(/\d+/g)) expect(figures, `${text.name}: ${figure}`).toContain(figure);
    }
  });
});
