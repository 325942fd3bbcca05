'use client';

import { Editor } from '@tiptap/core';
import { type KeyboardEvent, type RefObject, useEffect, useReducer, useRef, useState } from 'react';
import { type ArticleNode, plainOf } from '@/domain/articles/document';
import type { Locale } from '@/i18n/locales';
import { writtenOf } from '../writing/kept-fields';
import { cleanedHtml, writingExtensions } from './keys';
import { documentExtensions } from './nodes';
import { CardPanel } from './panels/card-panel';
import { LinkPanel } from './panels/link-panel';
import { PicturePanel } from './panels/picture-panel';
import { type PanelName, Toolbar } from './toolbar';

type BodyEditorProps = {
  id: string;
  lang: Locale;
  /** what stands in it when it opens, a document, or Markdown that was sent before the editor had come; nothing in an empty one */
  written: ArticleNode | string | null;
  described: { 'aria-describedby'?: string; 'aria-invalid'?: true };
  required: boolean;
  /** told what stands in it now, as it is sent: nothing while it holds no words */
  onWritten: (sent: string) => void;
  /** answers with a way to put another text in its place, a document or Markdown */
  replace: RefObject<((text: string) => void) | null>;
};

const sentOf = (editor: Editor) => {
  const document = editor.getJSON() as ArticleNode;
  return plainOf(document) === '' ? '' : JSON.stringify(document);
};

function openEditor(
  place: HTMLElement | null,
  written: ArticleNode | string | null,
  { id, lang }: { id: string; lang: Locale },
) {
  return new Editor({
    element: place,
    extensions: [...documentExtensions, ...writingExtensions],
    content: (typeof written === 'string' ? written && writtenOf(written) : written) ?? '',
    injectCSS: false,
    enablePasteRules: false,
    editorProps: {
      transformPastedHTML: cleanedHtml,
      attributes: {
        class: 'reading sheet-text',
        lang,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${id}-label`,
        id,
      },
    },
  });
}

/** The text of an article, written as it will look. */
export function BodyEditor({ id, lang, written, described, required, onWritten, replace }: BodyEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { 'aria-describedby': describedBy, 'aria-invalid': invalid } = described;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a text opens once; what is told later goes by `replace`
  useEffect(() => {
    const made = openEditor(place.current, written, { id, lang });
    made.on('transaction', redraw);
    made.on('update', () => onWritten(sentOf(made)));
    replace.current = (text) => made.commands.setContent(text && writtenOf(text), { emitUpdate: true });
    setEditor(made);
    onWritten(sentOf(made));
    return () => {
      replace.current = null;
      made.destroy();
    };
  }, []);

  useEffect(() => {
    const attributes: Record<string, string | undefined> = {
      'aria-describedby': describedBy,
      'aria-invalid': invalid ? 'true' : undefined,
      'aria-required': required ? 'true' : undefined,
    };
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) editor?.view.dom.removeAttribute(name);
      else editor?.view.dom.setAttribute(name, value);
    }
  }, [editor, describedBy, invalid, required]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    setPanel('link');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key of the text within
    <div className="sheet" onKeyDown={onKeyDown}>
      {editor && <Tools editor={editor} lang={lang} controls={id} panel={panel} onPanel={setPanel} />}
      <div ref={place} />
    </div>
  );
}

type ToolsProps = {
  editor: Editor;
  lang: Locale;
  controls: string;
  panel: PanelName | null;
  onPanel: (name: PanelName | null) => void;
};

/** The bar, and below it the panel that is open. */
function Tools({ editor, lang, controls, panel, onPanel }: ToolsProps) {
  const done = () => onPanel(null);
  return (
    <div className="sheet-tools">
      <Toolbar
        editor={editor}
        panel={panel}
        onPanel={(name) => onPanel(name === panel ? null : name)}
        controls={controls}
      />
      {panel === 'link' && <LinkPanel editor={editor} lang={lang} onDone={done} />}
      {panel === 'picture' && <PicturePanel editor={editor} onDone={done} />}
      {panel === 'card' && <CardPanel editor={editor} lang={lang} onDone={done} />}
    </div>
  );
}
