import {
  type AnyExtension,
  type Editor,
  Extension,
  type InputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from '@tiptap/core';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';
import { addRowAfter, goToNextCell, isInTable } from '@tiptap/pm/tables';
import { cleanPasted } from './pasted';

/** The next cell; behind the last one a new row. */
const onward = (editor: Editor) =>
  goToNextCell(1)(editor.state, editor.view.dispatch) ||
  (addRowAfter(editor.state, editor.view.dispatch) && goToNextCell(1)(editor.state, editor.view.dispatch));

type At = { editor: Editor };

const enter = ({ editor }: At) =>
  isInTable(editor.state) ? onward(editor) : editor.commands.splitListItem('list_item');

const step =
  (by: 1 | -1) =>
  ({ editor: { state, view, commands } }: At): boolean => {
    if (isInTable(state)) return goToNextCell(by)(state, view.dispatch);
    return by === 1 ? commands.sinkListItem('list_item') : commands.liftListItem('list_item');
  };
const forth = step(1);
const back = step(-1);

/** Keys beside those of every field. Tab leaves the text, but in a list or a table it has a meaning there. */
const keys = Extension.create({
  name: 'keys',
  priority: 200,
  addKeyboardShortcuts: () => ({
    'Mod-b': ({ editor }) => editor.commands.toggleMark('strong'),
    'Mod-i': ({ editor }) => editor.commands.toggleMark('em'),
    'Mod-Alt-2': ({ editor }) => editor.commands.toggleNode('heading', 'paragraph', { level: 2 }),
    'Mod-Alt-3': ({ editor }) => editor.commands.toggleNode('heading', 'paragraph', { level: 3 }),
    'Mod-Shift-7': ({ editor }) => editor.commands.toggleList('ordered_list', 'list_item'),
    'Mod-Shift-8': ({ editor }) => editor.commands.toggleList('bullet_list', 'list_item'),
    'Mod-Shift-9': ({ editor }) => editor.commands.toggleWrap('blockquote'),
    'Mod-z': ({ editor }) => undo(editor.state, editor.view.dispatch),
    'Mod-Shift-z': ({ editor }) => redo(editor.state, editor.view.dispatch),
    'Mod-y': ({ editor }) => redo(editor.state, editor.view.dispatch),
    'Shift-Enter': ({ editor }) => editor.commands.insertContent({ type: 'hard_break' }),
    Enter: enter,
    Tab: forth,
    'Shift-Tab': back,
  }),
  addInputRules() {
    const { heading, bullet_list, ordered_list, blockquote } = this.editor.schema.nodes;
    if (!heading || !bullet_list || !ordered_list || !blockquote) return [] as InputRule[];
    return [
      textblockTypeInputRule({
        find: /^(#{2,4})\s$/,
        type: heading,
        getAttributes: ([, signs]) => ({ level: signs?.length ?? 2 }),
      }),
      wrappingInputRule({ find: /^\s*[-*]\s$/, type: bullet_list }),
      wrappingInputRule({ find: /^1\.\s$/, type: ordered_list }),
      wrappingInputRule({ find: /^>\s$/, type: blockquote }),
    ];
  },
  // above a table that begins the text, and below one that ends it, there is a place to write
  addProseMirrorPlugins: () => [history(), gapCursor()],
});

/** Turns what is pasted into what it means before the editor reads it. */
export function cleanedHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  cleanPasted(page.body);
  return page.body.innerHTML;
}

export const writingExtensions: AnyExtension[] = [keys];
