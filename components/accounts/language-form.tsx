'use client';

import { useActionState } from 'react';
import { languageNames } from '@/components/layout/language-switch';
import type { FormAction } from '@/components/ui/form-state';
import { type Locale, otherLocale } from '@/i18n/locales';

/** Changes the language of the signed-in area, for her and from now on. */
export function LanguageForm({ locale, action }: { locale: Locale; action: FormAction }) {
  const [, send] = useActionState(action, { status: 'new' });
  const other = otherLocale(locale);
  return (
    <form action={send}>
      <input type="hidden" name="locale" value={other} />
      <button type="submit" lang={other}>
        {languageNames[other]}
      </button>
    </form>
  );
}
