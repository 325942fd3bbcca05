'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { useFormFacts } from '@/components/ui/forms/form-context';
import type { Locale } from '@/i18n/locales';

type SheetsProps = Record<Locale, ReactNode> & {
  /** the one that is in sight first where there is room for one */
  first?: Locale | undefined;
};

/** The two texts: beside each other on a PC, one behind the other on a phone. Without a script one stands below the other. */
export function LanguageSheets({ vi, en, first = 'vi' }: SheetsProps) {
  const t = useTranslations('articles.editor');
  const { state } = useFormFacts();
  const [shown, setShown] = useState<Locale>();
  useEffect(() => setShown(first), [first]);
  // What is wrong must be in sight.
  useEffect(() => {
    const wrong = state.status === 'invalid' ? Object.keys(state.fields) : [];
    const isOf = (part: string) => wrong.some((name) => name.endsWith(part));
    if (isOf('En') && !isOf('Vi')) setShown('en');
  }, [state]);
  return (
    <div className="language-sheets" data-shown={shown}>
      {shown && (
        <fieldset className="language-tabs">
          <legend className="sr-only">{t('languages')}</legend>
          {(['vi', 'en'] as const).map((locale) => (
            <button
              key={locale}
              type="button"
              className="segment"
              aria-pressed={locale === shown}
              onClick={() => setShown(locale)}
            >
              {t(`language.${locale}`)}
            </button>
          ))}
        </fieldset>
      )}
      <div className="sheet-vi">{vi}</div>
      <div className="sheet-en">{en}</div>
    </div>
  );
}
