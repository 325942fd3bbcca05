import type { Editor } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from '@tiptap/pm/tables';

export type ToolName =
  | 'strong'
  | 'em'
  | 'heading'
  | 'subheading'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'table'
  | 'rule'
  | 'undo'
  | 'redo';
export type TableToolName = 'addRow' | 'addColumn' | 'deleteRow' | 'deleteColumn' | 'deleteTable';

/** `keys`: as the tool's name says them. `on`: whether what is marked is that already; a deed without a state has none. */
export type Tool = {
  name: ToolName;
  path: string;
  keys?: string;
  run: (editor: Editor) => unknown;
  on?: (editor: Editor) => boolean;
};

const focused = (editor: Editor) => editor.chain().focus();

/** In their order on the bar; each drawn as one path on a grid of 24. */
export const tools: readonly Tool[] = [
  {
    name: 'strong',
    path: 'M7 4.5h6a3.6 3.6 0 0 1 0 7.2H7ZM7 11.7h7a3.9 3.9 0 0 1 0 7.8H7Z',
    keys: 'Ctrl+B',
    run: (editor) => focused(editor).toggleMark('strong').run(),
    on: (editor) => editor.isActive('strong'),
  },
  {
    name: 'em',
    path: 'M10 4.5h7M7 19.5h7M14 4.5l-4 15',
    keys: 'Ctrl+I',
    run: (editor) => focused(editor).toggleMark('em').run(),
    on: (editor) => editor.isActive('em'),
  },
  {
    name: 'heading',
    path: 'M4 5v14M12 5v14M4 12h8M16 11a2.4 2.4 0 1 1 4.4 1.4L16 19h5',
    keys: 'Ctrl+Alt+2',
    run: (editor) => focused(editor).toggleNode('heading', 'paragraph', { level: 2 }).run(),
    on: (editor) => editor.isActive('heading', { level: 2 }),
  },
  {
    name: 'subheading',
    path: 'M4 7v12M11 7v12M4 13h7M15.5 10.5h5l-3 3.5a2.6 2.6 0 1 1-2.3 3.8',
    keys: 'Ctrl+Alt+3',
    run: (editor) => focused(editor).toggleNode('heading', 'paragraph', { level: 3 }).run(),
    on: (editor) => editor.isActive('heading', { level: 3 }),
  },
  {
    name: 'bullets',
    path: 'M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1',
    keys: 'Ctrl+Shift+8',
    run: (editor) => focused(editor).toggleList('bullet_list', 'list_item').run(),
    on: (editor) => editor.isActive('bullet_list'),
  },
  {
    name: 'numbers',
    path: 'M10 6h10M10 12h10M10 18h10M4 4.5 5.5 4v4.5M4 14h3l-3 4h3',
    keys: 'Ctrl+Shift+7',
    run: (editor) => focused(editor).toggleList('ordered_list', 'list_item').run(),
    on: (editor) => editor.isActive('ordered_list'),
  },
  {
    name: 'quote',
    path: 'M5 5v14M10 8h9M10 12h9M10 16h6',
    keys: 'Ctrl+Shift+9',
    run: (editor) => focused(editor).toggleWrap('blockquote').run(),
    on: (editor) => editor.isActive('blockquote'),
  },
  {
    name: 'table',
    path: 'M4 5h16v14H4ZM4 10h16M4 14.5h16M12 5v14',
    run: (editor) => focused(editor).insertContent(emptyTable).run(),
  },
  { name: 'rule', path: 'M4 12h16', run: (editor) => focused(editor).insertContent({ type: 'horizontal_rule' }).run() },
  {
    name: 'undo',
    path: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4',
    keys: 'Ctrl+Z',
    run: (editor) => undo(editor.state, editor.view.dispatch),
  },
  {
    name: 'redo',
    path: 'M16 5l4 4-4 4M20 9H10a5 5 0 0 0 0 10h4',
    keys: 'Ctrl+Shift+Z',
    run: (editor) => redo(editor.state, editor.view.dispatch),
  },
];

const cells = (type: string) => [{ type }, { type }];
const emptyTable = [
  {
    type: 'table',
    content: [
      { type: 'table_row', content: cells('table_header') },
      { type: 'table_row', content: cells('table_cell') },
      { type: 'table_row', content: cells('table_cell') },
    ],
  },
  { type: 'paragraph' },
];

/** What can be done with the table she writes in; null elsewhere. */
export const tableTools = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  deleteRow,
  deleteColumn,
  deleteTable,
} as const satisfies Record<TableToolName, typeof addRowAfter>;

export const writesInTable = (editor: Editor) => isInTable(editor.state);
