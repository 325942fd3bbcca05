import type { ReactNode } from 'react';
import { attributesOf } from './attributes';

/** Keeps what is written of a page, and answers with what stands for it. */
export type Lay = (written: string) => string;

/** How React is handed a piece of a page. */
export type Way = (lay: Lay) => ReactNode;

export type Props = Record<string, unknown> & { children?: ReactNode };

/** What an element is told of those around it. */
export type Around = { svg: boolean; chosen?: unknown };

export const top: Around = { svg: false };

/** No key is none: React would call it "null", and take two such siblings for one. */
export const keyed = (key: string | null): { key?: string } => (key === null ? {} : { key });

/** A function of ours; what runs in a browser is but a name of it here. */
export const isDrawing = (type: unknown): type is (props: Props) => unknown =>
  typeof type === 'function' && !('$$typeof' in type);

/** Elements without an end. */
const alone = new Set(['br', 'hr', 'input', 'wbr']);
/** Shapes of drawings: empty, they close themselves. */
const shapes = new Set(['circle', 'ellipse', 'line', 'path', 'polygon', 'polyline', 'rect', 'use']);
/** Elements that React moves, fetches ahead for, or writes in a way of its own. */
const forReact = new Set(
  'html head body title meta link style script base img picture video audio object iframe template noscript textarea pre listing'.split(
    ' ',
  ),
);

/** Does React write it, and all that stands in it? */
export const isForReact = (tag: string, around: Around): boolean =>
  forReact.has(tag) && !(around.svg && tag === 'title');

/** What an element says of itself, as it stands in its tag; undefined where only React knows how that is written. */
export const attributesIn = (tag: string, props: Props, around: Around): string | undefined =>
  attributesOf(asWritten(tag, props, around));

/** Has it no end, with these properties? */
export const isAlone = (tag: string, props: Props): boolean =>
  alone.has(tag) || (shapes.has(tag) && props.children === undefined);

/** What the content of an element is told: of most nothing new. */
export function within(tag: string, props: Props, around: Around): Around {
  if (tag === 'svg') return { ...around, svg: true };
  return tag === 'select' ? { ...around, chosen: props.defaultValue } : around;
}

/** What fields are filled with at first, as it stands in markup. */
function asWritten(tag: string, props: Props, { chosen }: Around): Props {
  if (tag === 'input') {
    const { defaultValue, defaultChecked, ...rest } = props;
    return { ...rest, value: rest.value ?? defaultValue, checked: rest.checked ?? defaultChecked };
  }
  if (tag === 'select') {
    const { defaultValue, ...rest } = props;
    return rest;
  }
  if (tag === 'option' && chosen !== undefined)
    return { ...props, selected: String(props.value ?? props.children) === String(chosen) };
  return props;
}
