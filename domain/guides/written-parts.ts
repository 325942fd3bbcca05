import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { type Locale, locales } from '@/domain/locale';
import { isRunLong, line, prose } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';
import { besides, type GuideParts, type GuideStep, screens } from './guide';

/** The parts of a guide in their order, and how many of each a guide may have. */
export const partsMax = { need: 10, step: 12, trouble: 10 } as const;
export type Part = keyof typeof partsMax;
export const partNames = ['need', 'step', 'trouble'] as const satisfies readonly Part[];

/** A guide as it is being written: of its newest edition the parts by language; days of Viet Nam; `version`: of the article. */
export type GuideDraft = {
  parts: Partial<Record<Locale, GuideParts>>;
  reviewedOn: Day | null;
  reviewOn: Day | null;
  version: number;
};

/** "step-3": the name of a line of the form, which it keeps wherever it is moved. */
export const lineOf = (part: Part, at: number) => `${part}-${at}`;
const partOf = (line: string) => partNames.find((part) => line.startsWith(`${part}-`)) ?? 'need';

const keyInput = z.string().regex(/^(need|step|trouble)-\d{1,2}$/);
const titles = z.record(keyInput, line(0, 160)).default({});
const bodies = z.record(keyInput, prose(0, 1000)).default({});

const fields = z.object({
  articleId: idInput,
  version: versionInput,
  titleVi: titles,
  bodyVi: bodies,
  titleEn: titles,
  bodyEn: bodies,
  screen: z.record(keyInput, z.enum(['', ...screens])).default({}),
  beside: z.record(keyInput, z.enum(['', ...besides])).default({}),
});
type Fields = z.output<typeof fields>;

const words = ['titleVi', 'bodyVi', 'titleEn', 'bodyEn'] as const;
const suffix = { vi: 'Vi', en: 'En' } as const;

/** Lines that say something, in the order in which the form has them; who empties a line takes it out. */
const linesIn = (input: Fields) => Object.keys(input.titleVi).filter((key) => words.some((name) => input[name][key]));

const isIn = (input: Fields, locale: Locale) =>
  linesIn(input).some((key) => input[`title${suffix[locale]}`][key] || input[`body${suffix[locale]}`][key]);

/** What is missing of one line, by the name of its field. English is whole or not begun. */
function missingOf(input: Fields, key: string): string[] {
  const part = partOf(key);
  const inLocales = locales.filter((locale) => locale === 'vi' || isIn(input, locale));
  const asked = inLocales.flatMap((locale) => [
    `title${suffix[locale]}` as const,
    ...(part === 'need' ? [] : [`body${suffix[locale]}` as const]),
  ]);
  const drawn = part === 'step' ? (['screen', 'beside'] as const) : [];
  return [...asked, ...drawn].filter((name) => !input[name][key]);
}

/**
 * The form of a guide's parts, both languages in one: a line is a need, a step or a trouble, and English may follow later. No two steps
 * have the same drawing.
 */
export const writtenPartsInput = fields.superRefine((input, { addIssue }) => {
  const issue = (name: string, key: string, message: string) =>
    addIssue({ code: 'custom', path: [`${name}[${key}]`], message });
  const lines = linesIn(input);
  const drawn = new Set<string>();
  for (const key of lines) {
    for (const name of missingOf(input, key)) issue(name, key, 'required');
    for (const name of words) if (isRunLong(input[name][key] ?? '')) issue(name, key, 'run-too-long');
    const drawing = `${input.screen[key]} ${input.beside[key]}`;
    if (partOf(key) === 'step' && input.screen[key] && input.beside[key] && drawn.has(drawing))
      issue('beside', key, 'drawn-already');
    drawn.add(drawing);
  }
  for (const part of partNames)
    if (lines.filter((key) => partOf(key) === part).length > partsMax[part])
      addIssue({ code: 'custom', path: ['form'], message: 'too-many-parts' });
});
export type WrittenParts = z.output<typeof writtenPartsInput>;

/** The parts that a form holds in one language; none of a language that is not begun. */
export function partsIn(input: WrittenParts, locale: Locale): GuideParts {
  const lines = isIn(input, locale) ? linesIn(input) : [];
  const [title, body] = [`title${suffix[locale]}`, `body${suffix[locale]}`] as const;
  const of = (part: Part) =>
    lines
      .filter((key) => partOf(key) === part)
      .map((key) => ({ key, title: input[title][key] ?? '', body: input[body][key] ?? '' }));
  return {
    needs: of('need').map((need) => need.title),
    steps: of('step').map(({ key, ...step }) => ({
      ...step,
      drawing: { screen: input.screen[key], beside: input.beside[key] } as GuideStep['drawing'],
    })),
    troubles: of('trouble').map(({ key: _key, ...trouble }) => trouble),
  };
}

/** The values of the form's fields for parts that are kept, by the names of the fields: "titleVi[step-0]". */
export function fieldsOfParts(of: Partial<Record<Locale, GuideParts>>): Record<string, string> {
  const told = locales.flatMap((locale) => {
    const parts = of[locale];
    if (!parts) return [];
    const [title, body] = [`title${suffix[locale]}`, `body${suffix[locale]}`];
    return [
      ...parts.needs.map((need, at) => [`${title}[${lineOf('need', at)}]`, need]),
      ...parts.steps.flatMap((step, at) => [
        [`${title}[${lineOf('step', at)}]`, step.title],
        [`${body}[${lineOf('step', at)}]`, step.body],
        [`screen[${lineOf('step', at)}]`, step.drawing.screen],
        [`beside[${lineOf('step', at)}]`, step.drawing.beside],
      ]),
      ...parts.troubles.flatMap((trouble, at) => [
        [`${title}[${lineOf('trouble', at)}]`, trouble.title],
        [`${body}[${lineOf('trouble', at)}]`, trouble.body],
      ]),
    ];
  });
  return Object.fromEntries(told);
}

/** How many lines of a part are written in a language or the other. */
export const countOf = (of: Partial<Record<Locale, GuideParts>>, part: Part) =>
  Math.max(0, ...locales.map((locale) => (of[locale] ? of[locale][`${part}s`].length : 0)));
