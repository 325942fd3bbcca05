import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { isSafeHref } from '@/domain/articles/document';
import { askForPages, type PortalPage } from '@/domain/articles/documents/page-asking';
import type { Locale } from '@/i18n/locales';
import { useAsked } from './use-asked';

type LinkPanelProps = { editor: Editor; lang: Locale; onDone: () => void };

/** Where the marked words lead: an address, or a page of the portal that is found by its words. */
export function LinkPanel({ editor, lang, onDone }: LinkPanelProps) {
  const t = useTranslations('articles.editor.link');
  const [typed, setTyped] = useState(String(editor.getAttributes('link').href ?? ''));
  const [wrong, setWrong] = useState(false);
  const ask = useCallback((words: string, signal: AbortSignal) => askForPages(lang, words, signal), [lang]);
  const pages = useAsked(/^(https?:|mailto:|tel:|\/)/i.test(typed) ? '' : typed, ask);

  const leave = () => {
    onDone();
    editor.commands.focus();
  };
  const lead = (href: string, words: string) => (leadTo(editor, href, words) ? onDone() : setWrong(true));
  const leadThere = () => lead(typed.trim(), typed.trim());
  const unlink = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    onDone();
  };
  const onTyped = (words: string) => {
    setTyped(words);
    setWrong(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape of the field and buttons within
    <div
      className="link-panel"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <AddressField typed={typed} wrong={wrong} onTyped={onTyped} onEnter={leadThere} />
      <FoundPages pages={pages} onLead={lead} />
      <div className="flex flex-wrap gap-2">
        <Button compact variant="secondary" icon="link" onClick={leadThere}>
          {t('set')}
        </Button>
        {editor.isActive('link') && (
          <Button compact variant="text" onClick={unlink}>
            {t('remove')}
          </Button>
        )}
        <Button compact variant="text" onClick={leave}>
          {t('leave')}
        </Button>
      </div>
    </div>
  );
}

/** Leads the marked words there, or writes words that do; false where the address leads nowhere. */
function leadTo(editor: Editor, href: string, words: string): boolean {
  const address = /^www\./i.test(href) ? `https://${href}` : href;
  if (!isSafeHref(address)) return false;
  const mark = { type: 'link', attrs: { href: address } };
  const chain = editor.chain().focus().extendMarkRange('link');
  if (editor.state.selection.empty && !editor.isActive('link'))
    chain.insertContent({ type: 'text', text: words, marks: [mark] }).run();
  else chain.setMark('link', { href: address }).run();
  return true;
}

type AddressProps = { typed: string; wrong: boolean; onTyped: (words: string) => void; onEnter: () => void };

function AddressField({ typed, wrong, onTyped, onEnter }: AddressProps) {
  const t = useTranslations('articles.editor.link');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <>
      <label htmlFor={id} className="field-label">
        {t('label')}
      </label>
      <input
        ref={field}
        id={id}
        type="text"
        className="control"
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong || undefined}
      />
      <p id={`${id}-hint`} className={wrong ? 'field-error' : 'field-hint mt-1'} role={wrong ? 'alert' : undefined}>
        {t(wrong ? 'wrong' : 'hint')}
      </p>
    </>
  );
}

type FoundProps = { pages: readonly PortalPage[] | null; onLead: (href: string, words: string) => void };

function FoundPages({ pages, onLead }: FoundProps) {
  const t = useTranslations('articles.editor.link');
  return (
    <>
      <p role="status" className="sr-only">
        {pages && t('found', { count: pages.length })}
      </p>
      {pages && pages.length > 0 && (
        <ul className="link-pages">
          {pages.map(({ href, title, kind }) => (
            <li key={href}>
              <button type="button" onClick={() => onLead(href, title)}>
                <b>{title}</b> <small>{t(`kinds.${kind}`)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {pages?.length === 0 && <p className="mb-2 text-sm">{t('none')}</p>}
    </>
  );
}
