import { z } from 'zod';
import { type Locale, locales } from '@/domain/locale';
import { isRunLong } from '@/domain/texts/text';

/** What a form of lines holds, by the names of its fields: of each field the words by the name of their line. */
type Sent = Record<string, Record<string, string>>;

type Shape<Part extends string> = {
  /** the parts in their order, and how many lines each may have */
  most: Record<Part, number>;
  /** the fields of a line in each language */
  words: Record<Locale, readonly string[]>;
};

/** "step-3": the name of a line of a form, which it keeps wherever it is moved. */
export const lineOf = (part: string, at: number) => `${part}-${at}`;

/** How many lines of a part are kept in a language or the other. */
export const countOf = <Part extends string>(
  kept: Partial<Record<Locale, Record<`${Part}s`, readonly unknown[]>>>,
  part: Part,
): number => Math.max(0, ...locales.map((locale) => kept[locale]?.[`${part}s`].length ?? 0));

/** The numbers of the lines of a part in a form that came back, in the order in which they were sent; null where none did. */
export function linesSent(part: string, most: number, values: Record<string, string> | undefined): number[] | null {
  if (!values) return null;
  return Object.keys(values).flatMap((field) => {
    const at = field.startsWith(`titleVi[${part}-`) ? Number(field.slice(part.length + 9, -1)) : Number.NaN;
    return at < most ? [at] : [];
  });
}

/** Takes nothing but names of lines of these parts. */
export const lineInput = (parts: readonly string[]) => z.string().regex(new RegExp(`^(${parts.join('|')})-\\d{1,2}$`));

/**
 * How a form of lines is read, both languages in one: lines come in the order in which the form has them, who empties a line takes it
 * out, and English is whole or not begun.
 */
export function linesOf<Part extends string>({ most, words }: Shape<Part>) {
  const parts = Object.keys(most) as Part[];
  const all = locales.flatMap((locale) => words[locale]);
  const partOf = (line: string) => parts.find((part) => line.startsWith(`${part}-`)) ?? (parts[0] as Part);
  const linesIn = (sent: Sent) =>
    Object.keys(sent[words.vi[0] ?? ''] ?? {}).filter((line) => all.some((name) => sent[name]?.[line]));
  const isIn = (sent: Sent, locale: Locale) =>
    linesIn(sent).some((line) => words[locale].some((name) => sent[name]?.[line]));

  return {
    partOf,
    /** Lines of a part that say something in a language; none of a language that is not begun. */
    of: (sent: Sent, part: Part, locale: Locale): string[] =>
      isIn(sent, locale) ? linesIn(sent).filter((line) => partOf(line) === part) : [],
    /** What is wrong: fields that `asked` says a line must have, runs without a blank, and more lines than there may be. */
    check(
      sent: Sent,
      asked: (line: string, locale: Locale) => readonly string[],
      issue: (path: string, message: string) => void,
    ): void {
      const lines = linesIn(sent);
      const inLocales = locales.filter((locale) => locale === 'vi' || isIn(sent, locale));
      for (const line of lines) {
        const fields = new Set(inLocales.flatMap((locale) => asked(line, locale)));
        for (const name of fields) if (!sent[name]?.[line]) issue(`${name}[${line}]`, 'required');
        for (const name of all) if (isRunLong(sent[name]?.[line] ?? '')) issue(`${name}[${line}]`, 'run-too-long');
      }
      for (const part of parts)
        if (lines.filter((line) => partOf(line) === part).length > most[part]) issue('form', 'too-many-parts');
    },
    linesIn,
  };
}
