import { cloneElement, createElement, Fragment, isValidElement, type ReactElement, type ReactNode, use } from 'react';
import { escaped } from './attributes';
import {
  type Around,
  attributesIn,
  isAlone,
  isDrawing,
  isForReact,
  keyed,
  type Lay,
  type Props,
  top,
  within,
} from './elements';
import { keptText } from './written-once';
import { WrittenPart } from './written-part';

/** Letters from which on what stands in an element is worth a part of its own: less costs React no more than the part would. */
const LETTERS_MIN = 600;

/**
 * The same content of a page that goes on in a browser: every element in which nothing is for React is handed to it as one part, which is
 * written out already. All else React has as it is.
 */
export const inParts = (content: ReactNode, lay: Lay): ReactNode =>
  createElement(Fragment, null, ...nodes(fold(content, { around: top, lay })));

/** A piece of a page. `text`: what is written of it, null where a part of it is for React; `node`: how React is handed it, which is asked once at most. */
type Piece = { text: string | null; node: () => ReactNode };

type Folding = { around: Around; lay: Lay };

const Later = ({ content, lay }: { content: Promise<ReactNode>; lay: Lay }) => inParts(use(content), lay);

const isWritten = (pieces: readonly Piece[]) => pieces.every(({ text }) => text !== null);
const textOf = (pieces: readonly Piece[]) => pieces.reduce((all, { text }) => all + text, '');
const forReact = (node: ReactNode): Piece => ({ text: null, node: () => node });

function fold(content: unknown, folding: Folding): Piece[] {
  if (content === null || content === undefined || typeof content === 'boolean') return [];
  if (typeof content === 'string') return [{ text: escaped(content), node: () => content }];
  if (typeof content === 'number') return [{ text: `${content}`, node: () => `${content}` }];
  if (Array.isArray(content)) return [list(content, folding)];
  if (isValidElement(content)) return element(content as ReactElement<Props>, folding);
  const { lay } = folding;
  if (content instanceof Promise) return [forReact(createElement(Later, { content, lay }))];
  return [forReact(content as ReactNode)];
}

/** Each of a list keeps its place, and its key. */
function list(content: readonly unknown[], folding: Folding): Piece {
  const folded = content.map((one) => fold(one, folding));
  const pieces = folded.flat();
  const keyOf = (one: unknown) => (isValidElement(one) ? one.key : null);
  return {
    text: isWritten(pieces) ? textOf(pieces) : null,
    node: () => folded.map((those, at) => oneOf(nodes(those), keyOf(content[at]))),
  };
}

/** What was one stays one, under its key. */
function oneOf(those: readonly ReactNode[], key: string | null): ReactNode {
  const [one = null] = those;
  if (those.length > 1) return createElement(Fragment, keyed(key), ...those);
  return key !== null && isValidElement(one) && one.key !== key ? cloneElement(one, { key }) : one;
}

function element(content: ReactElement<Props>, folding: Folding): Piece[] {
  const { type, props } = content;
  if (typeof type === 'string') return [host(type, content, folding)];
  if (type === Fragment) return under(content, fold(props.children, folding));
  if (isDrawing(type)) return part(type, content, folding);
  return [ofBrowser(content, folding)];
}

/** What comes of a part stands under the key of the part. */
const under = ({ key }: ReactElement, pieces: Piece[]): Piece[] =>
  key === null ? pieces : [{ text: isWritten(pieces) ? textOf(pieces) : null, node: () => oneOf(nodes(pieces), key) }];

function part(type: (props: Props) => unknown, content: ReactElement<Props>, folding: Folding): Piece[] {
  const kept = keptText(type, content.props);
  if (kept?.text !== undefined) return [{ text: kept.text, node: () => content }];
  const pieces = fold(type(content.props), folding);
  if (kept && isWritten(pieces)) kept.keep(textOf(pieces));
  return under(content, pieces);
}

function host(tag: string, content: ReactElement<Props>, { around, lay }: Folding): Piece {
  const { props } = content;
  if (isForReact(tag, around)) return forReact(content);
  const attributes = attributesIn(tag, props, around);
  const pieces = fold(props.children, { around: within(tag, props, around), lay });
  if (attributes === undefined || !isWritten(pieces)) return { text: null, node: () => again(content, pieces) };
  if (isAlone(tag, props)) return { text: `<${tag}${attributes}/>`, node: () => content };
  const inner = textOf(pieces);
  const text = `<${tag}${attributes}>${inner}</${tag}>`;
  // what stands in a drawing is read as a drawing only there
  if (around.svg || tag === 'svg' || inner.length < LETTERS_MIN) return { text, node: () => content };
  return { text, node: () => handed(content, lay(inner)) };
}

/** A thing of the browser, with what it is given to stand in it. */
function ofBrowser(content: ReactElement<Props>, folding: Folding): Piece {
  const pieces = typeof content.type === 'symbol' ? [] : fold(content.props.children, folding);
  const isLong = pieces.some(({ text }) => text === null || text.length >= LETTERS_MIN);
  return { text: null, node: () => (isLong ? again(content, pieces) : content) };
}

const again = ({ type, props, key }: ReactElement<Props>, pieces: readonly Piece[]): ReactNode =>
  createElement(type, { ...props, ...keyed(key) }, ...nodes(pieces));

function handed({ type, props, key }: ReactElement<Props>, html: string): ReactNode {
  const { children, ...attributes } = props;
  return createElement(WrittenPart, { ...keyed(key), tag: type as string, attributes, html });
}

/** Pieces as React takes them: words that follow each other are one. */
function nodes(pieces: readonly Piece[]): ReactNode[] {
  const all: ReactNode[] = [];
  for (const { node } of pieces) {
    const [next, before] = [node(), all.at(-1)];
    if (typeof next === 'string' && typeof before === 'string') all[all.length - 1] = before + next;
    else all.push(next);
  }
  return all;
}
