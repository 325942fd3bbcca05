import { Schema } from 'prosemirror-model';
import { isCardKind } from '../cards/card';
import { isSafeHref } from '../document';
import { isPictureRef } from '../pictures/text-picture';

const whole = (from: number, to: number) => (value: unknown) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to)
    throw new RangeError('not a number of this document');
};
const safe = (value: unknown) => {
  if (!isSafeHref(value)) throw new RangeError('not a link of this document');
};

const kind = (value: unknown) => {
  if (!isCardKind(value)) throw new RangeError('not a card of this document');
};
const ref = (value: unknown) => {
  if (typeof value !== 'string') throw new RangeError('not a card of this document');
};
const picture = (value: unknown) => {
  if (!isPictureRef(value)) throw new RangeError('not a picture of this document');
};

/** All that the text of an article may consist of: the one allow-list, under the names of texts that are kept already. */
export const articleSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block' },
    heading: { content: 'inline*', group: 'block', attrs: { level: { default: 2, validate: whole(2, 4) } } },
    blockquote: { content: 'block+', group: 'block' },
    bullet_list: { content: 'list_item+', group: 'block', attrs: { tight: { default: false, validate: 'boolean' } } },
    ordered_list: {
      content: 'list_item+',
      group: 'block',
      attrs: { order: { default: 1, validate: whole(1, 9_999) }, tight: { default: false, validate: 'boolean' } },
    },
    list_item: { content: 'block+' },
    table: { content: 'table_row+', group: 'block' },
    table_row: { content: '(table_header | table_cell)+' },
    table_header: { content: 'inline*' },
    table_cell: { content: 'inline*' },
    horizontal_rule: { group: 'block' },
    card: { group: 'block', attrs: { of: { validate: kind }, ref: { validate: ref } } },
    picture: { group: 'block', attrs: { ref: { validate: picture } } },
    hard_break: { group: 'inline', inline: true },
    text: { group: 'inline' },
  },
  marks: {
    link: { attrs: { href: { validate: safe } } },
    em: {},
    strong: {},
  },
});
