import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { attributesOf, escaped } from './attributes';

/**
 * The same content with every part that nothing but itself decides written out at once, as one element: React takes each element of
 * a page in three times. What it alone can write it is left.
 */
export function ready(content: ReactNode): ReactNode {
  return createElement(Fragment, null, ...partsOf(content, { svg: false }).map(({ node }) => node));
}

/** A drawing that leaves the page, as text; throws where only React could write a part of it. */
export const markupOf = (content: ReactNode): string =>
  partsOf(content, { svg: true })
    .map(({ markup }) => {
      if (markup === undefined) throw new Error('a drawing that leaves the page writes itself');
      return markup;
    })
    .join('');

/** A piece of a page; without markup React has to write it. */
type Part = { node: ReactNode; markup?: string };
type Around = { svg: boolean; chosen?: unknown };
type Props = Record<string, unknown> & { children?: ReactNode };

function partsOf(content: unknown, around: Around): Part[] {
  if (content === null || content === undefined || typeof content === 'boolean') return [];
  if (typeof content === 'string' || typeof content === 'number')
    return [{ node: content, markup: escaped(String(content)) }];
  if (Array.isArray(content)) return content.flatMap((one) => partsOf(one, around));
  if (!isValidElement(content)) return [{ node: content as ReactNode }];
  const element = content as ReactElement<Props>;
  if (element.type === Fragment) return partsOf(element.props.children, around);
  if (typeof element.type === 'string') return [host(element.type, element, around)];
  return isDrawing(element.type) ? partsOf(element.type(element.props), around) : [{ node: element }];
}

/** A function of ours; what runs in a browser is but a name of it here. */
const isDrawing = (type: unknown): type is (props: Props) => unknown =>
  typeof type === 'function' && !('$$typeof' in type);

/** Elements without an end. */
const alone = new Set(['br', 'hr', 'input', 'wbr']);
/** Elements that React moves, fetches ahead for, or writes in a way of its own. */
const forReact = new Set(
  'html head body title meta link style script base img picture video audio object iframe template noscript textarea pre listing'.split(
    ' ',
  ),
);

function host(tag: string, element: ReactElement<Props>, around: Around): Part {
  const { props } = element;
  const inside = { svg: around.svg || tag === 'svg', chosen: tag === 'select' ? props.defaultValue : around.chosen };
  const parts = partsOf(props.children, inside);
  const attributes = isReadable(tag, around) ? attributesOf(asWritten(tag, props, around)) : undefined;
  const given = (props.dangerouslySetInnerHTML as { __html: string } | undefined)?.__html;
  if (attributes === undefined || parts.some(({ markup }) => markup === undefined))
    return { node: given === undefined ? again(element, parts) : element };
  const content = given ?? parts.map(({ markup }) => markup).join('');
  const { children, ...rest } = props;
  return {
    markup: alone.has(tag) ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${content}</${tag}>`,
    get node() {
      return content === '' ? element : createElement(tag, { ...rest, dangerouslySetInnerHTML: { __html: content } });
    },
  };
}

const isReadable = (tag: string, { svg }: Around) => !forReact.has(tag) || (svg && tag === 'title');

/** The element with what of its content is ready. */
const again = (element: ReactElement<Props>, parts: Part[]) =>
  createElement(element.type, { ...element.props, key: element.key } as Props, ...parts.map(({ node }) => node));

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
