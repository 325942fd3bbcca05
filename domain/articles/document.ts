import { defaultMarkdownParser, defaultMarkdownSerializer, MarkdownParser, schema } from 'prosemirror-markdown';
import { Node } from 'prosemirror-model';

/** The text of an article as it is kept: a typed document that only knows what this file allows. */
export type ArticleNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: ArticleNode[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
};

const NODES = new Set([
  'doc',
  'paragraph',
  'heading',
  'blockquote',
  'bullet_list',
  'ordered_list',
  'list_item',
  'horizontal_rule',
  'hard_break',
  'text',
]);
const MARKS = new Set(['strong', 'em', 'link']);

// No pictures (they come with consent and alternative text, by a way of their own) and no code. HTML is words to this parser.
const tokenizer = defaultMarkdownParser.tokenizer.disable(['image', 'code', 'fence', 'backticks'], true);
const parser = new MarkdownParser(schema, tokenizer, defaultMarkdownParser.tokens);

/** Addresses a link may lead to: the web, a mailbox, a phone, or a page of the portal. Everything else loses its link. */
export const isSafeHref = (href: unknown): href is string =>
  typeof href === 'string' && (/^(https?:\/\/|mailto:|tel:)[^\s]+$/i.test(href) || /^\/(?!\/)[^\s]*$/.test(href));

/** An editor's text as a document; links that lead anywhere unsafe become plain words. */
export const documentOf = (markdown: string): ArticleNode => cleaned((parser.parse(markdown) as Node).toJSON());

function cleaned(node: ArticleNode): ArticleNode {
  const marks = node.marks?.filter(
    ({ type, attrs }) => MARKS.has(type) && (type !== 'link' || isSafeHref(attrs?.href)),
  );
  const content = node.content?.filter(({ type }) => NODES.has(type)).map(cleaned);
  const { marks: _marks, content: _content, ...rest } = node;
  return { ...rest, ...(marks?.length ? { marks } : {}), ...(content ? { content } : {}) };
}

/** The document as Markdown again, for the editor. */
export const markdownOf = (document: ArticleNode): string =>
  defaultMarkdownSerializer.serialize(Node.fromJSON(schema, document));

/** The words alone, a line a block: for search, hashes and reading aloud. */
export const plainOf = (document: ArticleNode): string =>
  blocksOf(document)
    .map((block) => block.trim())
    .filter(Boolean)
    .join('\n');

const blocksOf = (node: ArticleNode): string[] =>
  node.content?.some(({ type }) => type === 'text' || type === 'hard_break')
    ? [node.content.map((child) => child.text ?? ' ').join('')]
    : (node.content ?? []).flatMap(blocksOf);

/** Minutes to read it at 200 words a minute, at least one. */
export const readingMinutes = (plain: string) => Math.max(1, Math.round(plain.split(/\s+/).length / 200));

/**
 * The level of each heading of a document, in their order: the page's title is the first, so they begin with 2, and none
 * is more than one below the heading before it, whatever was typed.
 */
export function headingLevels(document: ArticleNode): (2 | 3 | 4)[] {
  const typed = (document.content ?? [])
    .filter(({ type }) => type === 'heading')
    .map(({ attrs }) => Math.max(2, Number(attrs?.level) || 2));
  let before = 1;
  return typed.map((level) => {
    before = Math.min(level, before + 1, 4);
    return before as 2 | 3 | 4;
  });
}
