import { createElement, type ReactNode } from 'react';
import { cardKey, cardOf } from '@/domain/articles/cards/card';
import { type ArticleNode, headingLevels, isSafeHref } from '@/domain/articles/document';
import { pictureOf } from '@/domain/articles/pictures/text-picture';
import type { Locale } from '@/i18n/locales';
import { DraftPicture } from './pictures/draft-picture';

/** What the cards of a text are drawn as, by their keys. Without it a card is its words. */
type Cards = ReadonlyMap<string, ReactNode>;
/** What stands in a text beside its words. */
type Embedded = {
  cards?: Cards | undefined;
  /** as readers see them, by their numbers; without them they are drawn as colleagues do */
  pictures?: ReadonlyMap<string, ReactNode> | undefined;
};
export type BodyProps = Embedded & {
  body: ArticleNode;
  id?: string;
  lang?: Locale;
  /** what stands around each block, by its number: a colleague's text has remarks beside it */
  around?: (block: ReactNode, at: number) => ReactNode;
};

/** The text of an article: the only place where a document becomes a page. What it does not know, it does not draw. */
export function DocumentBody({ body, id, lang, cards, pictures, around }: BodyProps) {
  const embedded = { cards, pictures };
  const levels = headingLevels(body);
  let heading = 0;
  const blocks = (body.content ?? []).map((node) =>
    node.type === 'heading' ? createElement(`h${levels[heading++] ?? 2}`, null, ...inside(node)) : draw(node, embedded),
  );
  if (!around) return createElement('div', { className: 'reading', id, lang }, ...blocks);
  return createElement('div', { className: 'reading max-w-none', id, lang }, ...blocks.map(around));
}

const inside = (node: ArticleNode, embedded: Embedded = {}): ReactNode[] =>
  (node.content ?? []).map((child) => draw(child, embedded));

function draw(node: ArticleNode, embedded: Embedded): ReactNode {
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'paragraph':
      return createElement('p', null, ...inside(node));
    // Within a quotation or a list: a line that stands out, no part of the page's outline.
    case 'heading':
      return createElement('p', null, createElement('strong', null, ...inside(node)));
    case 'blockquote':
      return createElement('blockquote', null, ...inside(node, embedded));
    case 'bullet_list':
      return createElement('ul', null, ...inside(node, embedded));
    case 'ordered_list':
      return createElement('ol', startOf(node.attrs?.order), ...inside(node, embedded));
    case 'list_item':
      return createElement('li', null, ...inside(node, embedded));
    case 'table':
      return drawTable(node);
    case 'card':
      return drawCard(node, embedded);
    case 'picture':
      return drawPicture(node, embedded);
    case 'horizontal_rule':
      return <hr />;
    case 'hard_break':
      return <br />;
    default:
      return null;
  }
}

/** What is not public, or no more, is not drawn. */
function drawCard(node: ArticleNode, { cards }: Embedded): ReactNode {
  const card = cardOf(node);
  if (!card) return null;
  return cards ? cards.get(cardKey(card)) : <p className="card-line">{String(node.attrs?.words ?? '')}</p>;
}

/** What may not be shown at this moment is not drawn, and its words stand without it. */
function drawPicture(node: ArticleNode, { pictures }: Embedded): ReactNode {
  const ref = pictureOf(node);
  if (!ref) return null;
  if (pictures) return pictures.get(ref);
  return (
    <figure className="text-picture">
      <DraftPicture picture={ref} words="" />
    </figure>
  );
}

/** Wider than a phone it is moved within its own frame, which takes the focus and is called as its columns. */
const drawTable = ({ content: [head, ...rows] = [] }: ArticleNode): ReactNode => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without a pointer it is moved by its focus
  <section className="overflow-x-auto" tabIndex={0} aria-label={head?.content?.map(wordsOf).join(', ')}>
    <table>
      <thead>{head && drawRow(head)}</thead>
      {createElement('tbody', null, ...rows.map(drawRow))}
    </table>
  </section>
);

const wordsOf = ({ text = '', content = [] }: ArticleNode): string => text + content.map(wordsOf).join('');

const drawRow = ({ content = [] }: ArticleNode): ReactNode =>
  createElement(
    'tr',
    null,
    ...content.map((cell) =>
      cell.type === 'table_header'
        ? createElement('th', { scope: 'col' }, ...inside(cell))
        : createElement('td', null, ...inside(cell)),
    ),
  );

const startOf = (order: unknown) => (typeof order === 'number' && order > 1 ? { start: order } : null);

const marked = ({ text = '', marks = [] }: ArticleNode): ReactNode =>
  marks.reduce<ReactNode>((words, mark) => within(mark, words), text);

function within({ type, attrs }: NonNullable<ArticleNode['marks']>[number], words: ReactNode): ReactNode {
  if (type === 'strong') return <strong>{words}</strong>;
  if (type === 'em') return <em>{words}</em>;
  return type === 'link' && isSafeHref(attrs?.href) ? <BodyLink href={attrs.href}>{words}</BodyLink> : words;
}

/** A site that is linked to learns nothing of the reader. */
const BodyLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} {...(/^https?:/i.test(href) ? { rel: 'noopener noreferrer' } : {})}>
    {children}
  </a>
);
