'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { formatBytes } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { Icon } from '../icon';
import { describedBy, Field } from './field';
import { useField, useFormFacts } from './form-context';

export type FileFieldProps = {
  /** ends in "File", so that the action takes it */
  name: `${string}File`;
  label: string;
  hint?: string;
  optional?: boolean;
  /** kinds the browser offers: ".xlsx,.csv" or "image/jpeg,image/png,image/webp" */
  accept: string;
  /** a file that goes another way than with the form */
  apart?: File | null;
  onChoose?: (file: File | null) => void;
};

/**
 * A file from her device, in our words whatever language the browser speaks. The browser's own field lies unseen over
 * them; without a script it stands beside our button, for it alone knows what was chosen.
 */
export function FileField({ name, label, hint, optional, accept, apart, onChoose }: FileFieldProps) {
  const { id, errors } = useField(name, label);
  const { state } = useFormFacts();
  const t = useTranslations('ui.file');
  const size = useFileSize();
  const input = useRef<HTMLInputElement>(null);
  /** null until a script runs here; "again" where a refusal emptied the field */
  const [chosen, setChosen] = useState<File | 'none' | 'again' | null>(null);
  // The field is emptied with each answer of the form.
  useEffect(() => {
    const refused = state.status === 'invalid' || state.status === 'problem';
    setChosen((before) => {
      // the browser gives nothing back after a refusal: she chooses the file again
      const lost = refused && (before instanceof File || before === 'again');
      return input.current?.files?.[0] ?? (lost ? 'again' : 'none');
    });
  }, [state]);

  const shown = apart ?? chosen;
  const words = { label, hint, optional, errors };
  const described = describedBy(id, words);
  return (
    <Field id={id} {...words}>
      <span className={`file-input ${shown === null ? '' : 'in-words'}`.trimEnd()}>
        <span className="button secondary compact" aria-hidden="true">
          <Icon name="file" />
          {t(shown instanceof File ? 'another' : 'choose')}
        </span>{' '}
        {shown !== null && (
          <span id={`${id}-chosen`} className="file-chosen" aria-live="polite">
            {typeof shown === 'string' ? t(shown) : t('chosen', { name: shown.name, size: size(shown.size) })}
          </span>
        )}
        <input
          ref={input}
          id={id}
          name={apart ? undefined : name}
          accept={accept}
          {...described}
          aria-describedby={
            [described['aria-describedby'], shown && `${id}-chosen`].filter(Boolean).join(' ') || undefined
          }
          type="file"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            setChosen(file ?? 'none');
            onChoose?.(file ?? null);
          }}
        />
      </span>
    </Field>
  );
}

/** "840 KB", "2,4 MB". */
export function useFileSize() {
  const locale = useLocale() as Locale;
  return (bytes: number) => formatBytes(locale, bytes);
}
