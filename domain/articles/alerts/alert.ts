import type { Locale } from '@/domain/locale';

/** Whom to call. `number` as it is shown: "113", "1900 1234". */
export type Hotline = { name: string; number: string };

/** What an alert says line by line: how it is recognised, what to do, whom to call. Who verified it is the article's source. */
export type AlertParts = { signs: string[]; steps: string[]; hotlines: Hotline[] };

/** An alert that came to its end, as its address tells it: what it warned of, in which language, which communes by their slugs, and its slug in the other one. */
export type OverAlert = { is: 'over'; title: string; told: Locale; communes: string[]; twinSlug: string; at: Date };

/** A row of the one list that holds all lines of a text, in their order. */
export type AlertRow = { part: 'sign' | 'step' | 'hotline'; title: string; number: string | null };

/** The parts of an alert from the list that is kept, in its order. */
export function alertOf(rows: readonly AlertRow[]): AlertParts {
  const of = (part: AlertRow['part']) => rows.filter((row) => row.part === part);
  return {
    signs: of('sign').map(({ title }) => title),
    steps: of('step').map(({ title }) => title),
    hotlines: of('hotline').map(({ title, number }) => ({ name: title, number: number ?? '' })),
  };
}

/** The list that is kept of the parts of an alert. */
export const alertRowsOf = ({ signs, steps, hotlines }: AlertParts): AlertRow[] => [
  ...signs.map((title) => ({ part: 'sign' as const, title, number: null })),
  ...steps.map((title) => ({ part: 'step' as const, title, number: null })),
  ...hotlines.map(({ name, number }) => ({ part: 'hotline' as const, title: name, number })),
];

/** What a phone dials of a number: "1900 1234" → "19001234". */
export const dialled = (number: string) => number.replace(/[^+\d]/g, '');

/** A number that a phone can call: of an office, a mobile one, or a short one such as 113. */
export const isHotline = (number: string) => /^\+?\d{3,15}$/.test(number.replace(/[\s.()-]/g, ''));

/** What an alert lacks before readers may have it; the database refuses it too (`whole_alert`). */
export type AlertLack = 'signs-needed' | 'steps-needed' | 'hotlines-needed' | 'source-needed';

type Whole = {
  texts: readonly { locale: Locale }[];
  source: { name: string; url: string | null } | null;
};

/** The first thing that is missing, in any language that is written: how it is recognised, what to do, whom to call, who verified it and where. */
export function lackOf({ texts, source }: Whole, parts: Partial<Record<Locale, AlertParts>>): AlertLack | null {
  const every = (part: keyof AlertParts) => texts.every(({ locale }) => (parts[locale]?.[part].length ?? 0) > 0);
  if (!every('signs')) return 'signs-needed';
  if (!every('steps')) return 'steps-needed';
  if (!every('hotlines')) return 'hotlines-needed';
  return source?.url ? null : 'source-needed';
}

/** Every word of the parts of an alert, in their order. */
export const wordsOfAlert = (parts: AlertParts) =>
  alertRowsOf(parts)
    .map(({ title, number }) => [title, number].join(' '))
    .join(' ');
