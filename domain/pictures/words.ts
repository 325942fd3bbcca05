import { z } from 'zod';
import { idInput } from '@/domain/id';
import { prose } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';

/** What can be said of a picture, each as a field of its form. */
export const wordFields = ['altVi', 'altEn', 'captionVi', 'captionEn'] as const;
export type WordField = (typeof wordFields)[number];
export type Words = Record<WordField, string>;

/** New words of a picture in an approved text, until somebody who did not write them decides; readers read those from before. */
export type WaitingWords = {
  /** those that differ, as readers see them and as they will */
  changes: { field: WordField; shown: string; waiting: string }[];
  by: string[];
  at: Date;
  /** the viewer wrote some of it */
  hers: boolean;
  /** who wants them otherwise */
  returnedBy: string | null;
  /** and why */
  remark: string | null;
  /** may she approve or return them? */
  mayDecide: boolean;
};

export const decideWordsInput = z.object({ pictureId: idInput, version: versionInput });
export type DecideWordsInput = z.output<typeof decideWordsInput>;
export const returnWordsInput = decideWordsInput.extend({ remark: prose(3, 2_000) });
export type ReturnWordsInput = z.output<typeof returnWordsInput>;

type Text = { locale: string; alt: string; caption: string | null };

/** The words of a picture in both languages; empty where nothing is said. */
export function wordsOf(texts: readonly Text[]): Words {
  const of = (locale: string) => texts.find((text) => text.locale === locale);
  const [vi, en] = [of('vi'), of('en')];
  return { altVi: vi?.alt ?? '', altEn: en?.alt ?? '', captionVi: vi?.caption ?? '', captionEn: en?.caption ?? '' };
}

/** The same with those that wait in the place of what readers see. */
export const newestWords = (shown: readonly Text[], waiting: readonly Text[]): Words => wordsOf([...waiting, ...shown]);

/** What readers will see otherwise. */
export function changesOf(shown: Words, newest: Words): WaitingWords['changes'] {
  const changed = wordFields.filter((field) => shown[field] !== newest[field]);
  return changed.map((field) => ({ field, shown: shown[field], waiting: newest[field] }));
}
