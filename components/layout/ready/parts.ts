import { cloneElement, createElement, Fragment, isValidElement, type ReactElement, type ReactNode, use } from 'react';
import { escaped } from './attributes';
import { DrawnOnce, type DrawnOnceProps, keptDrawing } from './drawn-once';
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
  type Way,
  within,
} from './elements';
import { handed, keptPart } from './handed';
import { keptText } from './written-once';

/** Letters from which on what stands in an element is worth a part of its own: less costs React no more than the part would. */
const LETTERS_MIN = 600;

/**
 * What a page is folded with: `language`, the one that it is drawn in; `isKept`: for others too; `failed` hears that a part that
 * was waited for did not come.
 */
type Folding = { around: Around; language: string; isKept: boolean; failed: () => void };

const nobody = () => {};

/**
 * The same content of a page that goes on in a browser: every element in which nothing is for React is handed to it as one part, which is
 * written out already. All else React has as it is.
 */
export const inParts = (content: ReactNode, lay: Lay, language: string): ReactNode =>
  createElement(
    Fragment,
    null,
    ...drawn(waysOf(fold(content, { around: top, language, isKept: false, failed: nobody })), lay),
  );

/** A piece of a page. `text`: what is written of it, null where a part of it is for React. */
type Piece = { text: string | null; node: Way };

/**
 * A part that is waited for, and what came of it: it is folded once. Nothing but itself knows what it waited for, and it forgets that: a promise
 * holds the answer in which it was made.
 */
class Awaited {
  private ways: Way[] = [];

  constructor(private awaited: { content: Promise<ReactNode>; folding: Folding } | null) {
    awaited?.content.catch(awaited.folding.failed);
  }

  come(): Way[] {
    if (!this.awaited) return this.ways;
    const { content, folding } = this.awaited;
    const come = use(content);
    try {
      this.ways = waysOf(fold(come, { ...folding, around: top }));
    } catch (error) {
      folding.failed();
      throw error;
    }
    this.awaited = null;
    return this.ways;
  }
}

type LaterProps = { part: Awaited; lay: Lay };

const Later = ({ part, lay }: LaterProps): ReactNode => createElement(Fragment, null, ...drawn(part.come(), lay));

/** Of a page that is kept nothing else of its pieces is held. */
const waysOf = (pieces: readonly Piece[]): Way[] => pieces.map(({ node }) => node);
const isWritten = (pieces: readonly Piece[]) => pieces.every(({ text }) => text !== null);
const textOf = (pieces: readonly Piece[]) => pieces.reduce((all, { text }) => all + text, '');
const forReact = (node: ReactNode): Piece => ({ text: null, node: () => node });

function fold(content: unknown, folding: Folding): Piece[] {
  if (content === null || content === undefined || typeof content === 'boolean') return [];
  if (typeof content === 'string') return [{ text: escaped(content), node: () => content }];
  if (typeof content === 'number') return [{ text: `${content}`, node: () => `${content}` }];
  if (Array.isArray(content)) return [list(content, folding)];
  if (isValidElement(content)) return element(content as ReactElement<Props>, folding);
  if (content instanceof Promise) return [later(new Awaited({ content, folding }))];
  return [forReact(content as ReactNode)];
}

const later = (part: Awaited): Piece => ({ text: null, node: (lay) => createElement(Later, { part, lay }) });

/** Each of a list keeps its place, and its key. */
function list(content: readonly unknown[], folding: Folding): Piece {
  const folded = content.map((one) => fold(one, folding));
  const pieces = folded.flat();
  const places = folded.map((those, at) => ({ ways: waysOf(those), key: keyOf(content[at]) }));
  return { text: isWritten(pieces) ? textOf(pieces) : null, node: new Places(places).way };
}

const keyOf = (one: unknown) => (isValidElement(one) ? one.key : null);

/** What is kept of a list: a closure beside others would hold what those hold, its content and for whom it was drawn. */
class Places {
  constructor(private readonly places: readonly { ways: Way[]; key: string | null }[]) {}

  readonly way: Way = (lay) => this.places.map(({ ways, key }) => oneOf(drawn(ways, lay), key));
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
  if (type === DrawnOnce) return [once(content as ReactElement<DrawnOnceProps>, folding)];
  if (isDrawing(type)) return part(type, content, folding);
  return [ofBrowser(content, folding)];
}

/** What comes of a part stands under the key of the part. */
function under({ key }: ReactElement, pieces: Piece[]): Piece[] {
  if (key === null) return pieces;
  const ways = waysOf(pieces);
  return [{ text: isWritten(pieces) ? textOf(pieces) : null, node: (lay) => oneOf(drawn(ways, lay), key) }];
}

/** What was drawn of the same before. What fails is kept no longer than that is known. */
function once({ props, key }: ReactElement<DrawnOnceProps>, folding: Folding): Piece {
  const kept = keptDrawing(props, folding.language);
  const piece = (ways: readonly Way[]): Piece => ({ text: null, node: (lay) => oneOf(drawn(ways, lay), key) });
  if (kept.ways) return piece(kept.ways);
  const failed = () => {
    kept.forget();
    folding.failed();
  };
  const ways = waysOf(fold(props.children, { ...folding, isKept: true, failed }));
  kept.keep(ways);
  return piece(ways);
}

function part(type: (props: Props) => unknown, content: ReactElement<Props>, folding: Folding): Piece[] {
  const kept = keptText(type, content.props);
  if (kept?.text !== undefined) return [{ text: kept.text, node: () => content }];
  const pieces = fold(type(content.props), folding);
  if (kept && isWritten(pieces)) kept.keep(textOf(pieces));
  return under(content, pieces);
}

function host(tag: string, content: ReactElement<Props>, folding: Folding): Piece {
  const { around } = folding;
  const { props } = content;
  if (isForReact(tag, around)) return forReact(content);
  const attributes = attributesIn(tag, props, around);
  const pieces = fold(props.children, { ...folding, around: within(tag, props, around) });
  if (attributes === undefined || !isWritten(pieces)) return again(content, pieces);
  if (isAlone(tag, props)) return { text: `<${tag}${attributes}/>`, node: () => content };
  const inner = textOf(pieces);
  const text = `<${tag}${attributes}>${inner}</${tag}>`;
  // what stands in a drawing is read as a drawing only there
  if (around.svg || tag === 'svg' || inner.length < LETTERS_MIN) return { text, node: () => content };
  const own = { ...keyed(content.key), tag, attributes: withoutChildren(props) };
  return { text, node: folding.isKept ? keptPart(own, inner) : (lay) => handed(own, lay(inner)) };
}

/** A thing of the browser, with what it is given to stand in it. */
function ofBrowser(content: ReactElement<Props>, folding: Folding): Piece {
  const pieces = typeof content.type === 'symbol' ? [] : fold(content.props.children, folding);
  const isLong = pieces.some(({ text }) => text === null || text.length >= LETTERS_MIN);
  return isLong ? again(content, pieces) : forReact(content);
}

/** An element with what became of what stood in it, which is held no longer. */
function again({ type, props, key }: ReactElement<Props>, pieces: readonly Piece[]): Piece {
  const [own, ways] = [{ ...withoutChildren(props), ...keyed(key) }, waysOf(pieces)];
  return { text: null, node: (lay) => createElement(type, own, ...drawn(ways, lay)) };
}

function withoutChildren({ children, ...own }: Props): Record<string, unknown> {
  return own;
}

/** Pieces as React takes them: words that follow each other are one. */
function drawn(ways: readonly Way[], lay: Lay): ReactNode[] {
  const all: ReactNode[] = [];
  for (const way of ways) {
    const [next, before] = [way(lay), all.at(-1)];
    if (typeof next === 'string' && typeof before === 'string') all[all.length - 1] = before + next;
    else all.push(next);
  }
  return all;
}
