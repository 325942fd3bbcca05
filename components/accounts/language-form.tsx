'use client';

import { useActionState, useEffect } from 'react';
import { languageNames } from '@/components/layout/language-switch';
import type { FormAction } from '@/components/ui/forms/form-state';
import { type Locale, otherLocale } from '@/i18n/locales';

/** Changes the language of the signed-in area, for her and from now on, and leaves her on the page where she is. */
export function LanguageForm({ locale, action }: { locale: Locale; action: FormAction }) {
  const [state, send] = useActionState(action, { status: 'new' });
  const other = otherLocale(locale);
  // Another language is another document: its title and its `lang` change only with a load of the whole.
  useEffect(() => {
    if (state.status === 'done') window.location.reload();
  }, [state]);
  return (
    <form action={send}>
      <input type="hidden" name="locale" value={other} />
      <button type="submit" lang={other}>
        {languageNames[other]}
      </button>
    </form>
  );
}
