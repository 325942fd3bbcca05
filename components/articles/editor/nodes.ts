import { type AnyExtension, type Attributes, Extension, Mark, Node } from '@tiptap/core';
import { tableEditing } from '@tiptap/pm/tables';
import { isCardKind, isCardRef } from '@/domain/articles/cards/card';
import { isSafeHref } from '@/domain/articles/document';
import { articleSchema } from '@/domain/articles/documents/schema';
import { isPictureRef } from '@/domain/articles/pictures/text-picture';
import { addressOf, isStrong } from './pasted';

/** The elements of each node; the first is what the editor draws. */
const ELEMENTS: Record<string, readonly string[]> = {
  paragraph: ['p'],
  heading: ['h2', 'h1', 'h3', 'h4', 'h5', 'h6'],
  blockquote: ['blockquote'],
  bullet_list: ['ul'],
  ordered_list: ['ol'],
  list_item: ['li'],
  table: ['table'],
  table_row: ['tr'],
  table_header: ['th'],
  table_cell: ['td'],
  horizontal_rule: ['hr'],
  hard_break: ['br'],
};

const levelOf = (element: HTMLElement) => Math.min(4, Math.max(2, Number(element.tagName.slice(1))));

/** How an attribute is read from what is pasted; one without a line here is never taken from it. */
const READ: Record<string, (element: HTMLElement) => unknown> = {
  level: levelOf,
  order: (element) => Number(element.getAttribute('start')) || 1,
};

const attributesOf = (attrs: Record<string, { default?: unknown }>): Attributes =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, { default: standard }]) => [
      name,
      { default: standard, rendered: false, parseHTML: READ[name] ?? (() => standard) },
    ]),
  );

/** What the editor itself must know of a cell; the portal keeps none of it. */
const SPANS: Attributes = Object.fromEntries(
  Object.entries({ colspan: 1, rowspan: 1, colwidth: null }).map(([name, standard]) => [
    name,
    { default: standard, rendered: false, parseHTML: () => standard },
  ]),
);
const ROLES: Record<string, string> = {
  table: 'table',
  table_row: 'row',
  table_header: 'header_cell',
  table_cell: 'cell',
};

/** Every node of the allow-list as one of the editor: what is not there can be neither typed nor pasted. */
const nodes = Object.entries(articleSchema.spec.nodes.toObject())
  .filter(([name]) => name !== 'card' && name !== 'picture')
  .map(([name, spec]) => {
    const elements = ELEMENTS[name];
    return Node.create({
      name,
      topNode: name === 'doc',
      content: spec.content ?? '',
      ...(spec.group && { group: spec.group }),
      ...(spec.inline && { inline: true }),
      ...(name in ROLES && { isolating: true }),
      ...(elements && {
        parseHTML: () => elements.map((tag) => ({ tag })),
        renderHTML: ({ node }) => {
          const tag = name === 'heading' ? `h${node.attrs.level}` : (elements[0] ?? 'p');
          return node.isLeaf ? [tag] : name === 'table' ? [tag, ['tbody', 0]] : [tag, 0];
        },
      }),
      ...(name === 'hard_break' && { selectable: false, renderText: () => '\n' }),
      addAttributes: () => ({
        ...attributesOf(spec.attrs ?? {}),
        ...(name === 'table_header' || name === 'table_cell' ? SPANS : {}),
      }),
    });
  });

const held = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});
/** A card is one line here: its words, which the portal writes anew. */
const card = Node.create({
  name: 'card',
  group: 'block',
  addAttributes: () => ({ of: held('of'), ref: held('ref'), words: held('words') }),
  parseHTML: () => [
    {
      tag: 'aside[data-ref]',
      getAttrs: ({ dataset: { of, ref } }: HTMLElement) => (isCardKind(of) && isCardRef(of, ref) ? null : false),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'aside',
    { ...HTMLAttributes, class: 'card-line' },
    String(node.attrs.words ?? node.attrs.ref),
  ],
});

/** A picture of the library, as colleagues see it, with the words that stand for it. */
const picture = Node.create({
  name: 'picture',
  group: 'block',
  draggable: true,
  addAttributes: () => ({ ref: held('ref'), words: held('words') }),
  parseHTML: () => [
    { tag: 'figure[data-ref]', getAttrs: ({ dataset: { ref } }: HTMLElement) => (isPictureRef(ref) ? null : false) },
  ],
  renderHTML: ({ node: { attrs }, HTMLAttributes }) => [
    'figure',
    { ...HTMLAttributes, class: 'text-picture' },
    ['img', { src: isPictureRef(attrs.ref) ? `/admin/media/${attrs.ref}?width=480` : '', alt: '' }],
    ['figcaption', String(attrs.words ?? '')],
  ],
});

const link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { parseHTML: addressOf } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (isSafeHref(addressOf(element as HTMLElement)) ? null : false) },
  ],
  renderHTML: ({ mark }) => ['a', { href: isSafeHref(mark.attrs.href) ? mark.attrs.href : '', rel: 'noopener' }, 0],
});
const em = Mark.create({
  name: 'em',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
  renderHTML: () => ['em', 0],
});
const strong = Mark.create({
  name: 'strong',
  parseHTML: () => [
    { tag: 'strong' },
    { tag: 'b', getAttrs: (element) => (isStrong(element as HTMLElement) ? null : false) },
    { style: 'font-weight', getAttrs: (weight) => (/^(bold|[6-9]00)$/.test(String(weight)) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
});

const tables = Extension.create({
  name: 'tables',
  // a place to write is above and below a table, and between its cells there is none
  extendNodeSchema: ({ name }) => (ROLES[name] ? { tableRole: ROLES[name], allowGapCursor: false } : {}),
  addProseMirrorPlugins: () => [tableEditing()],
});

/** All that a text may consist of, as the editor knows it. */
export const documentExtensions: AnyExtension[] = [...nodes, card, picture, link, em, strong, tables];
