import { z } from 'zod';
import { lineInput, lineOf, linesOf } from '@/domain/articles/lines/written-lines';
import { followingInput } from '@/domain/articles/translations/translation';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { type Locale, locales } from '@/domain/locale';
import { line, prose } from '@/domain/texts/text';
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

const form = linesOf({ most: partsMax, words: { vi: ['titleVi', 'bodyVi'], en: ['titleEn', 'bodyEn'] } });
const keyInput = lineInput(partNames);
const titles = z.record(keyInput, line(0, 160)).default({});
const bodies = z.record(keyInput, prose(0, 1000)).default({});

const fields = z.object({
  articleId: idInput,
  version: versionInput,
  following: followingInput,
  titleVi: titles,
  bodyVi: bodies,
  titleEn: titles,
  bodyEn: bodies,
  screen: z.record(keyInput, z.enum(['', ...screens])).default({}),
  beside: z.record(keyInput, z.enum(['', ...besides])).default({}),
});

const suffix = { vi: 'Vi', en: 'En' } as const;

/** What a line must have in a language, by the names of its fields. */
function asked(key: string, locale: Locale): string[] {
  const part = form.partOf(key);
  return [
    `title${suffix[locale]}`,
    ...(part === 'need' ? [] : [`body${suffix[locale]}`]),
    ...(part === 'step' ? ['screen', 'beside'] : []),
  ];
}

/** What its lines say, by the names of their fields. */
const linesSent = ({ articleId: _id, version: _version, following: _following, ...sent }: z.output<typeof fields>) =>
  sent;

/**
 * The form of a guide's parts, both languages in one: a line is a need, a step or a trouble, and English may follow later. No two steps
 * have the same drawing.
 */
export const writtenPartsInput = fields.superRefine((input, { addIssue }) => {
  const sent = linesSent(input);
  const issue = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
  form.check(sent, asked, issue);
  const drawn = new Set<string>();
  for (const key of form.linesIn(sent).filter((line) => form.partOf(line) === 'step')) {
    const [screen, beside] = [sent.screen[key], sent.beside[key]];
    const drawing = `${screen} ${beside}`;
    if (screen && beside && drawn.has(drawing)) issue(`beside[${key}]`, 'drawn-already');
    drawn.add(drawing);
  }
});
export type WrittenParts = z.output<typeof writtenPartsInput>;

/** The parts that a form holds in one language; none of a language that is not begun. */
export function partsIn(input: WrittenParts, locale: Locale): GuideParts {
  const sent = linesSent(input);
  const [title, body] = [`title${suffix[locale]}`, `body${suffix[locale]}`] as const;
  const of = (part: Part) =>
    form.of(sent, part, locale).map((key) => ({ key, title: sent[title][key] ?? '', body: sent[body][key] ?? '' }));
  return {
    needs: of('need').map((need) => need.title),
    steps: of('step').map(({ key, ...step }) => ({
      ...step,
      drawing: { screen: sent.screen[key], beside: sent.beside[key] } as GuideStep['drawing'],
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
