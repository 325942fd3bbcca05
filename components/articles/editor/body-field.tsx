'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, type Ref, useEffect, useRef, useState } from 'react';
import { describedBy, Field, FieldAnswer, type FieldWords } from '@/components/ui/forms/field';
import { useField } from '@/components/ui/forms/form-context';
import { type ArticleNode, isDocument } from '@/domain/articles/document';
import type { Locale } from '@/i18n/locales';
import { DocumentBody } from '../document-body';
import type { BodyEditor } from './body-editor';
import { Signs } from './signs';

type BodyFieldProps = {
  name: string;
  label: string;
  hint: string;
  lang: Locale;
  optional: boolean;
  /** the text as it stands, for the editor and for whoever writes without a script */
  written: ArticleNode | null;
  markdown: string;
};

/** A field of Markdown that becomes the editor once that has come. What was typed before it came stays a field. */
export function BodyField({ name, label, hint, lang, optional, written, markdown }: BodyFieldProps) {
  const { id, kept, errors, newer } = useField(name, label);
  const area = useRef<HTMLTextAreaElement>(null);
  const replace = useRef<((text: string) => void) | null>(null);
  const Writing = useEditor(area);
  const [sent, setSent] = useState<string>();
  useEditedAloud(area, sent);
  const [first] = useState(() => (kept === undefined ? written : (documentIn(kept) ?? kept)));

  const words = { label, hint, optional, errors, newer };
  if (!Writing)
    return <MarkdownField ref={area} id={id} name={name} lang={lang} markdown={kept ?? markdown} words={words} />;
  return (
    <div className="field">
      <span id={`${id}-label`} className="field-label">
        {label}
      </span>
      <textarea
        ref={area}
        hidden
        readOnly
        name={name}
        value={sent ?? ''}
        onInput={({ currentTarget: { value } }) => value !== sent && replace.current?.(value)}
      />
      <Writing
        id={id}
        lang={lang}
        written={first}
        required={!optional}
        described={describedBy(id, { label, errors, newer })}
        onWritten={setSent}
        replace={replace}
      />
      <FieldAnswer id={id} errors={errors} />
      <Newer id={`${id}-newer`} text={documentIn(newer)} lang={lang} />
    </div>
  );
}

type MarkdownProps = {
  ref: Ref<HTMLTextAreaElement>;
  id: string;
  name: string;
  lang: Locale;
  markdown: string;
  words: FieldWords;
};

function MarkdownField({ ref, id, name, lang, markdown, words }: MarkdownProps) {
  return (
    <Field id={id} {...words}>
      <textarea
        ref={ref}
        id={id}
        name={name}
        rows={22}
        maxLength={40_000}
        lang={lang}
        className="control"
        defaultValue={markdown}
        aria-required={!words.optional}
        {...describedBy(id, words)}
      />
      <Signs />
    </Field>
  );
}

/** The text that somebody else saved meanwhile, below hers. */
function Newer({ id, text, lang }: { id: string; text: ArticleNode | null; lang: Locale }) {
  const t = useTranslations('articles.editor');
  if (!text) return null;
  return (
    <section id={id} className="field-newer flex-col" aria-label={t('newer')}>
      <strong>{t('newer')}</strong>
      <div className="body-newer">
        <DocumentBody body={text} lang={lang} />
      </div>
    </section>
  );
}

/** The editor, once its code is there and nothing was typed into the plain field meanwhile. */
function useEditor(area: { current: HTMLTextAreaElement | null }): ComponentType<EditorProps> | null {
  const [found, setFound] = useState<{ Editor: typeof BodyEditor } | null>(null);
  useEffect(() => {
    let gone = false;
    import('./body-editor')
      .then(({ BodyEditor: Editor }) => {
        const untouched = area.current?.value === area.current?.defaultValue;
        if (!gone && untouched) setFound({ Editor });
      })
      .catch(() => null);
    return () => {
      gone = true;
    };
  }, [area]);
  return found?.Editor ?? null;
}
type EditorProps = Parameters<typeof BodyEditor>[0];

/** Whatever watches the form learns of what is written in the editor, as of any field. */
function useEditedAloud(area: { current: HTMLTextAreaElement | null }, sent: string | undefined): void {
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (before.current !== undefined && sent !== before.current)
      area.current?.dispatchEvent(new Event('input', { bubbles: true }));
    before.current = sent;
  }, [area, sent]);
}

/** A document, where the field holds one. */
function documentIn(text: string | undefined): ArticleNode | null {
  if (!isDocument(text)) return null;
  try {
    return JSON.parse(text) as ArticleNode;
  } catch {
    return null;
  }
}
