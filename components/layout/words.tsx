import { useMessages } from 'next-intl';
import type { ReactNode } from 'react';
import { wordsOf } from '@/i18n/client-words';
import { WordsBeside } from './words-beside';

/** Gives the client code inside it words beyond those that every page carries, and the pages that do not draw it none of them. */
export function Words({ of, children }: { of: readonly string[]; children: ReactNode }) {
  return <WordsBeside words={wordsOf(useMessages(), of)}>{children}</WordsBeside>;
}
