import { Node, type NodeType } from 'prosemirror-model';
import { stretchesOf } from '@/domain/texts/address';
import { cleanProse } from '@/domain/texts/clean-text';
import { cardOf } from '../cards/card';
import { type ArticleNode, isSafeHref } from '../document';
import { pictureOf } from '../pictures/text-picture';
import { articleSchema } from './schema';
import { wholeTable } from './tables';

type Raw = { type?: unknown; attrs?: unknown; content?: unknown; text?: unknown; marks?: unknown };
type Attrs = Record<string, unknown>;

/**
 * A document made anew from what was sent, whatever that is: nodes, marks and attributes that the allow-list knows are
 * taken over, all else falls away. Null when nothing is left that holds together as a text.
 */
export function allowedOf(sent: unknown): ArticleNode | null {
  const [document] = allowed(sent);
  if (document?.type !== 'doc') return null;
  try {
    const node = Node.fromJSON(articleSchema, document);
    node.check();
    return document;
  } catch {
    return null;
  }
}

/** Nothing, or the one node that this is. */
function allowed(sent: unknown): ArticleNode[] {
  const { type, attrs, content, text, marks } = recordOf<Raw>(sent);
  if (typeof type !== 'string' || !Object.hasOwn(articleSchema.nodes, type)) return [];
  if (type === 'text') return wordsOf(text, marks);
  if (type === 'card') return cardAs(recordOf<Attrs>(attrs));
  if (type === 'picture') return pictureAs(recordOf<Attrs>(attrs));
  const { isLeaf, contentMatch } = articleSchema.nodes[type] as NodeType;
  const inside = !isLeaf && Array.isArray(content) ? content.flatMap(allowed) : [];
  if (type === 'table') return wholeTable(inside);
  if (inside.length === 0 && !contentMatch.validEnd) return [];
  const kept = attrsOf(type, recordOf<Attrs>(attrs));
  return [{ type, ...(kept && { attrs: kept }), ...(inside.length > 0 && { content: inside }) }];
}

function recordOf<Shape extends object>(value: unknown): Partial<Shape> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Partial<Shape>) : {};
}

/** A card by what it leads to alone: what is told of it the portal writes itself. */
function cardAs(attrs: Attrs): ArticleNode[] {
  const card = cardOf({ type: 'card', attrs });
  return card ? [{ type: 'card', attrs: card }] : [];
}

/** A picture by its number in the library alone, for the same reason. */
function pictureAs(attrs: Attrs): ArticleNode[] {
  const ref = pictureOf({ type: 'picture', attrs });
  return ref ? [{ type: 'picture', attrs: { ref } }] : [];
}

/** Of each node the attributes that are its own, with values that may stand there. */
function attrsOf(type: string, { level, order, tight }: Attrs): Attrs | null {
  if (type === 'heading') return { level: within(level, 2, 4) };
  if (type === 'bullet_list') return { tight: tight === true };
  return type === 'ordered_list' ? { order: within(order, 1, 9_999), tight: tight === true } : null;
}

/** The nearest whole number of a range; what is no number is its beginning. */
const within = (value: unknown, from: number, to: number) =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(to, Math.max(from, Math.trunc(value))) : from;

/** Half of a sign outside the basic plane: no database keeps it. */
const HALVES = /[\uD800-\uDFFF]/gu;

function wordsOf(text: unknown, marks: unknown): ArticleNode[] {
  // A blank at an end parts it from the words beside it, and is kept.
  const words = typeof text === 'string' ? cleanProse(`|${text.replace(HALVES, '')}|`).slice(1, -1) : '';
  if (words === '') return [];
  const kept = Array.isArray(marks) ? marksOf(marks) : [];
  const line = words.replace(/\s*\n\s*/g, ' ');
  // An address that was typed alone can be pressed like every other one.
  const stretches = kept.some(({ type }) => type === 'link') ? [{ text: line }] : stretchesOf(line);
  return stretches.map(({ text: stretch, href }): ArticleNode => {
    const all = isSafeHref(href) ? [{ type: 'link', attrs: { href: href.normalize('NFC') } }, ...kept] : kept;
    return { type: 'text', text: stretch, ...(all.length > 0 && { marks: all }) };
  });
}

/** Each mark once, in the order of the allow-list; a link that leads anywhere unsafe is none. */
function marksOf(sent: unknown[]): NonNullable<ArticleNode['marks']> {
  const marks = sent.map((mark) => recordOf<{ type: unknown; attrs: unknown }>(mark));
  return Object.keys(articleSchema.marks).flatMap((name) => {
    const mark = marks.find(({ type }) => type === name);
    if (name !== 'link' || !mark) return mark ? [{ type: name }] : [];
    const { href } = recordOf<{ href: unknown }>(mark.attrs);
    return isSafeHref(href) ? [{ type: name, attrs: { href: href.normalize('NFC') } }] : [];
  });
}
