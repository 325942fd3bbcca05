import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode, use } from 'react';
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

/**
 * The same content, with all that nothing but itself decides written out at once and laid aside: React, which takes each element of a page
 * in three times, is handed marks, and between them what it alone can write.
 */
export function ready(content: ReactNode, lay: Lay): ReactNode {
  const sheet = new Sheet(lay);
  write(content, top, sheet);
  return createElement(Fragment, null, ...sheet.nodes());
}

/** A drawing that leaves the page, as text; throws where only React could write a part of it. */
export function markupOf(content: ReactNode): string {
  const sheet = new Sheet(() => {
    throw new Error('a drawing that leaves the page writes itself');
  });
  write(content, { svg: true }, sheet);
  return sheet.text;
}

/** What is written of a page, from its beginning, and the parts that React writes. */
class Sheet {
  text = '';
  private readonly before: ReactNode[] = [];

  constructor(private readonly lay: Lay) {}

  /** What comes next React writes. */
  leave(node: ReactNode): void {
    this.layAside();
    this.before.push(node);
  }

  another(): Sheet {
    return new Sheet(this.lay);
  }

  /** Once it is there, it is made ready as a part of its own. */
  wait(content: Promise<ReactNode>): void {
    this.leave(createElement(Later, { content, lay: this.lay }));
  }

  /** Nothing of it React writes. */
  get isWhole(): boolean {
    return this.before.length === 0;
  }

  /** What another one holds. */
  take(other: Sheet): void {
    if (other.isWhole) this.text += other.text;
    else for (const node of other.nodes()) this.leave(node);
  }

  nodes(): ReactNode[] {
    this.layAside();
    return this.before;
  }

  private layAside(): void {
    if (this.text !== '') this.before.push(this.lay(this.text));
    this.text = '';
  }
}

const Later = ({ content, lay }: { content: Promise<ReactNode>; lay: Lay }) => ready(use(content), lay);

function write(content: unknown, around: Around, sheet: Sheet): void {
  if (content === null || content === undefined || typeof content === 'boolean') return;
  if (typeof content === 'string') sheet.text += escaped(content);
  else if (typeof content === 'number') sheet.text += content;
  else if (Array.isArray(content)) for (const one of content) write(one, around, sheet);
  else if (isValidElement(content)) element(content as ReactElement<Props>, around, sheet);
  else if (content instanceof Promise) sheet.wait(content);
  else sheet.leave(content as ReactNode);
}

function element(content: ReactElement<Props>, around: Around, sheet: Sheet): void {
  const { type, props } = content;
  if (typeof type === 'string') host(type, content, around, sheet);
  else if (type === Fragment) write(props.children, around, sheet);
  else if (isDrawing(type)) part(type, props, around, sheet);
  else sheet.leave(content);
}

function part(type: (props: Props) => unknown, props: Props, around: Around, sheet: Sheet): void {
  const kept = keptText(type, props);
  if (!kept) write(type(props), around, sheet);
  else if (kept.text !== undefined) sheet.text += kept.text;
  else {
    const own = sheet.another();
    write(type(props), around, own);
    if (own.isWhole) kept.keep(own.text);
    sheet.take(own);
  }
}

function host(tag: string, node: ReactElement<Props>, around: Around, sheet: Sheet): void {
  const { props } = node;
  if (isForReact(tag, around)) {
    sheet.leave(node);
    return;
  }
  const attributes = attributesIn(tag, props, around);
  const inside = within(tag, props, around);
  if (attributes === undefined) sheet.leave(again(node, inside, sheet));
  else if (isAlone(tag, props)) sheet.text += `<${tag}${attributes}/>`;
  else {
    sheet.text += `<${tag}${attributes}>`;
    write(props.children, inside, sheet);
    sheet.text += `</${tag}>`;
  }
}

/** The element, of which React alone knows how it is written, with what of its content is ready. */
function again(node: ReactElement<Props>, inside: Around, sheet: Sheet): ReactNode {
  const content = sheet.another();
  write(node.props.children, inside, content);
  return createElement(node.type, { ...node.props, ...keyed(node.key) }, ...content.nodes());
}
