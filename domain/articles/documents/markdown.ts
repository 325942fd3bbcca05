import {
  defaultMarkdownParser,
  defaultMarkdownSerializer,
  MarkdownParser,
  MarkdownSerializer,
} from 'prosemirror-markdown';
import { Node } from 'prosemirror-model';
import { cardOf } from '../cards/card';
import { readCard, writtenCard } from '../cards/written-card';
import { type ArticleNode, isSafeHref } from '../document';
import { pictureOf, readPicture, writtenPicture } from '../pictures/text-picture';
import { allowedOf } from './allowed';
import { articleSchema } from './schema';

// No pictures from elsewhere (those of the library come with consent and alternative text) and no code. HTML is words to this parser.
const tokenizer = defaultMarkdownParser.tokenizer
  .disable(['image', 'code', 'fence', 'backticks'], true)
  .enable('table', true);
// A card or a picture is the address of its page in double brackets, on a line of its own.
tokenizer.block.ruler.before(
  'paragraph',
  'card',
  (state, line, _end, silent) => {
    const written = state.getLines(line, line + 1, state.blkIndent, false).trim();
    const card = readCard(written);
    const picture = readPicture(written);
    if (!card && !picture) return false;
    if (silent) return true;
    state.line = line + 1;
    if (card) state.push('card', '', 0).meta = card;
    else state.push('picture', '', 0).meta = { ref: picture };
    return true;
  },
  { alt: ['paragraph', 'blockquote', 'list'] },
);
// A link that leads anywhere unsafe stays the words that were typed.
tokenizer.validateLink = isSafeHref;
const {
  image: _image,
  code_block: _block,
  fence: _fence,
  code_inline: _code,
  ordered_list: ordered,
  ...tokens
} = defaultMarkdownParser.tokens;
const parser = new MarkdownParser(articleSchema, tokenizer, {
  ...tokens,
  heading: { block: 'heading', getAttrs: ({ tag }) => ({ level: Math.min(4, Math.max(2, Number(tag.slice(1)))) }) },
  ordered_list: {
    block: 'ordered_list',
    getAttrs: (...of) => {
      const { order, tight } = ordered?.getAttrs?.(...of) ?? {};
      return { order: Math.min(9_999, order), tight };
    },
  },
  link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href') }) },
  card: { node: 'card', getAttrs: ({ meta }) => meta },
  picture: { node: 'picture', getAttrs: ({ meta }) => meta },
  table: { block: 'table' },
  thead: { ignore: true },
  tbody: { ignore: true },
  tr: { block: 'table_row' },
  th: { block: 'table_header' },
  td: { block: 'table_cell' },
});

const { image: _picture, code_block: _listing, ...blocks } = defaultMarkdownSerializer.nodes;
const { code: _sign, ...marks } = defaultMarkdownSerializer.marks;
const serializer: MarkdownSerializer = new MarkdownSerializer(
  {
    ...blocks,
    card(state, card) {
      const of = cardOf({ type: 'card', attrs: card.attrs });
      state.write(of ? writtenCard(of) : '');
      state.closeBlock(card);
    },
    picture(state, picture) {
      state.write(writtenPicture(pictureOf({ type: 'picture', attrs: picture.attrs }) ?? ''));
      state.closeBlock(picture);
    },
    table(state, table) {
      table.forEach((row, _offset, index) => {
        state.ensureNewLine();
        state.write(`|${row.children.map((cell) => ` ${cellOf(cell)} |`).join('')}`);
        if (index > 0) return;
        state.ensureNewLine();
        state.write(`|${' --- |'.repeat(row.childCount)}`);
      });
      state.closeBlock(table);
    },
  },
  marks,
);

/** A cell is one line, in which a bar is a word. */
const cellOf = (cell: Node): string =>
  serializer
    .serialize(articleSchema.node('doc', null, articleSchema.node('paragraph', null, cell.content)))
    .replace(/\\?\n/g, ' ')
    .replace(/\|/g, '\\|');

const nothing: ArticleNode = { type: 'doc', content: [{ type: 'paragraph' }] };

/** A text in Markdown as a document; links that lead anywhere unsafe become plain words. */
export const documentOfMarkdown = (markdown: string): ArticleNode =>
  allowedOf(parser.parse(markdown).toJSON()) ?? nothing;

/** The document as Markdown again, for who writes without the editor. Of a text that the list no longer allows, what it does. */
export const markdownOf = (document: ArticleNode): string =>
  serializer.serialize(Node.fromJSON(articleSchema, allowedOf(document) ?? nothing));
