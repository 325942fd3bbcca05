import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { Button } from '@/components/ui/button';
import { isSafeHref } from '@/domain/articles/document';
import { askForPages } from '@/domain/articles/documents/page-asking';
import type { Locale } from '@/i18n/locales';
import { EditorPanel } from './editor-panel';
import { PanelField } from './panel-field';
import { PanelOffers } from './panel-offers';
import { useAsked } from './use-asked';

type LinkPanelProps = { editor: Editor; lang: Locale; onDone: () => void };

/** Where the marked words lead: an address, or a page of the portal that is found by its words. */
export function LinkPanel({ editor, lang, onDone }: LinkPanelProps) {
  const t = useTranslations('articles.editor.link');
  const [typed, setTyped] = useState(String(editor.getAttributes('link').href ?? ''));
  const [wrong, setWrong] = useState(false);
  const ask = useCallback((words: string, signal: AbortSignal) => askForPages(lang, words, signal), [lang]);
  const pages = useAsked(/^(https?:|mailto:|tel:|\/)/i.test(typed) ? '' : typed, ask);

  const lead = (href: string, words: string) => (leadTo(editor, href, words) ? onDone() : setWrong(true));
  const leadThere = () => lead(typed.trim(), typed.trim());
  const onTyped = (words: string) => {
    setTyped(words);
    setWrong(false);
  };
  return (
    <EditorPanel
      editor={editor}
      onDone={onDone}
      deeds={<LinkDeeds editor={editor} onDone={onDone} onSet={leadThere} />}
    >
      <PanelField
        label={t('label')}
        hint={t('hint')}
        wrong={wrong ? t('wrong') : null}
        value={typed}
        onTyped={onTyped}
        onEnter={leadThere}
        first
      />
      <PanelOffers
        offers={pages}
        says={(count) => t('found', { count })}
        none={t('none')}
        keyOf={({ href }) => href}
        onTake={({ href, title }) => lead(href, title)}
      >
        {({ title, kind, note }) => (
          <>
            <b>{title}</b> <small>{[t(`kinds.${kind}`), note].filter(Boolean).join(' · ')}</small>
          </>
        )}
      </PanelOffers>
    </EditorPanel>
  );
}

type LinkDeedsProps = { editor: Editor; onDone: () => void; onSet: () => void };

function LinkDeeds({ editor, onDone, onSet }: LinkDeedsProps) {
  const t = useTranslations('articles.editor.link');
  const unlink = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run();
    onDone();
  };
  return (
    <>
      <Button compact variant="secondary" icon="link" onClick={onSet}>
        {t('set')}
      </Button>
      {editor.isActive('link') && (
        <Button compact variant="text" onClick={unlink}>
          {t('remove')}
        </Button>
      )}
    </>
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
