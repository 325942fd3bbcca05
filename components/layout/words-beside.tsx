'use client';

import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { together, type WordTree } from '@/i18n/client-words';

/** The words that the page carries, and these beside them. */
export function WordsBeside({ words, children }: { words: WordTree; children: ReactNode }) {
  const carried = useMessages();
  const all = useMemo(() => together(carried, words), [carried, words]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all}>
      {children}
    </NextIntlClientProvider>
  );
}
