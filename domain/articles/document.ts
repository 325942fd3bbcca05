/** The text of an article as it is kept: a typed document of what `documents/schema.ts` allows. */
export type ArticleNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: ArticleNode[];
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
};

/** Who writes in the editor sends a document, who writes without a script sends Markdown, both in one field. */
export const isDocument = (body: string | undefined): body is string => body?.startsWith('{"type":"doc"') === true;

/** Longer is no address that anybody gives on. */
const HREF_MAX = 2_000;

/**
 * Addresses a link may lead to: the web, a mailbox, a phone, or a page of the portal. Everything else loses its link. Browsers read a
 * backslash as a slash, so none may stand in it.
 */
export const isSafeHref = (href: unknown): href is string =>
  typeof href === 'string' &&
  href.length <= HREF_MAX &&
  !/[\s\\\p{Cc}\p{Cf}\p{Surrogate}]/u.test(href) &&
  (/^(https?:\/\/|mailto:|tel:)./i.test(href) || /^\/(?!\/)/.test(href));

/** The words alone, a line a block: for search, hashes and reading aloud. */
export const plainOf = (document: ArticleNode): string =>
  blocksOf(document)
    .map((block) => block.trim())
    .filter(Boolean)
    .join('\n');

const blocksOf = (node: ArticleNode): string[] =>
  typeof node.attrs?.words === 'string'
    ? [node.attrs.words]
    : node.content?.some(({ type }) => type === 'text' || type === 'hard_break')
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
