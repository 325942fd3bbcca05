import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { wordsOf } from '@/i18n/client-words';
import { WordsBeside } from './words-beside';

/** Gives the client code inside it words beyond those that every page carries, and the pages that do not draw it none of them. */
export async function Words({ of, children }: { of: readonly string[]; children: ReactNode }) {
  return <WordsBeside words={wordsOf(await getMessages(), of)}>{children}</WordsBeside>;
}
