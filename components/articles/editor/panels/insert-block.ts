import type { Editor } from '@tiptap/core';
import type { PanelName } from '../toolbar';

/** Puts a card or a picture where the cursor stands, and a paragraph below it to write on. */
export function insertBlock(editor: Editor, type: Exclude<PanelName, 'link'>, attrs: Record<string, string>) {
  editor
    .chain()
    .focus()
    .insertContent([{ type, attrs }, { type: 'paragraph' }])
    .run();
}

/** What stands in the text of one kind, in its order; what stands twice is there twice. */
export function insertedIn({ state }: Editor, type: Exclude<PanelName, 'link'>): string[] {
  const refs: string[] = [];
  state.doc.descendants((node) => {
    if (node.type.name === type) refs.push(String(node.attrs.ref));
  });
  return refs;
}
