import { z } from 'zod';
import { idInput } from '@/domain/id';
import { type Locale, locales } from '@/domain/locale';
import { line } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';
import { lineInput, lineOf, linesOf } from '../lines/written-lines';
import { followingInput } from '../translations/translation';
import { type AlertParts, isHotline } from './alert';

/** The parts of an alert in their order, and how many lines of each it may have: it is read on one page. */
export const alertMax = { sign: 8, step: 8, hotline: 3 } as const;
export type AlertPart = keyof typeof alertMax;
export const alertParts = ['sign', 'step', 'hotline'] as const satisfies readonly AlertPart[];

const form = linesOf({ most: alertMax, words: { vi: ['titleVi'], en: ['titleEn'] } });
const key = lineInput(alertParts);
const titles = z.record(key, line(0, 200)).default({});
const numbers = z.record(key, line(0, 30)).default({});

/** The form of an alert's parts, both languages in one: a line is a sign, a step or a hotline, whose number is the same in both. */
export const writtenAlertInput = z
  .object({
    articleId: idInput,
    version: versionInput,
    following: followingInput,
    titleVi: titles,
    titleEn: titles,
    number: numbers,
  })
  .superRefine(({ titleVi, titleEn, number }, { addIssue }) => {
    const issue = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
    for (const [line, typed] of Object.entries(number)) {
      if (typed && !isHotline(typed)) issue(`number[${line}]`, 'not-a-hotline');
      if (typed && !titleVi[line]) issue(`titleVi[${line}]`, 'required');
    }
    const asked = (line: string, locale: Locale) => [
      locale === 'vi' ? 'titleVi' : 'titleEn',
      ...(form.partOf(line) === 'hotline' ? ['number'] : []),
    ];
    form.check({ titleVi, titleEn, number }, asked, issue);
  });
export type WrittenAlert = z.output<typeof writtenAlertInput>;

/** The parts that a form holds in one language; none of a language that is not begun. */
export function alertIn({ titleVi, titleEn, number }: WrittenAlert, locale: Locale): AlertParts {
  const sent = { titleVi, titleEn, number };
  const titleOf = (line: string) => (locale === 'vi' ? titleVi : titleEn)[line] ?? '';
  return {
    signs: form.of(sent, 'sign', locale).map(titleOf),
    steps: form.of(sent, 'step', locale).map(titleOf),
    hotlines: form.of(sent, 'hotline', locale).map((line) => ({ name: titleOf(line), number: number[line] ?? '' })),
  };
}

/** The values of the form's fields for parts that are kept, by the names of the fields: "titleVi[sign-0]". */
export function fieldsOfAlert(of: Partial<Record<Locale, AlertParts>>): Record<string, string> {
  const told = locales.flatMap((locale) => {
    const [title, parts] = [locale === 'vi' ? 'titleVi' : 'titleEn', of[locale]];
    if (!parts) return [];
    return [
      ...parts.signs.map((sign, at) => [`${title}[${lineOf('sign', at)}]`, sign]),
      ...parts.steps.map((step, at) => [`${title}[${lineOf('step', at)}]`, step]),
      ...parts.hotlines.flatMap(({ name, number }, at) => [
        [`${title}[${lineOf('hotline', at)}]`, name],
        [`number[${lineOf('hotline', at)}]`, number],
      ]),
    ];
  });
  return Object.fromEntries(told);
}
