import { createTranslator } from 'use-intl/core';
import type { Check, Figure } from '@/domain/condition/check';
import { isDay } from '@/domain/days/day';
import { formatDay, formatInstant } from '../format';
import type { Locale } from '../locales';
import en from '../messages/en/condition.json';
import vi from '../messages/vi/condition.json';

const messages = { vi, en };
/** A check names its words itself; a test holds that each has them in both languages. */
type Words = (key: string, values?: Record<string, string | number>) => string;
export const translator = (locale: Locale) =>
  createTranslator({ locale, messages: messages[locale] }) as unknown as Words;

/** What a check says: its name, what is so, what to do next, and the code to look it up by; null where there is none. */
export function checkWords(
  locale: Locale,
  { name, says, weight, figures }: Check,
): { name: string; says: string; next: string | null; code: string | null } {
  const t = translator(locale);
  const said = Object.fromEntries(
    Object.entries(figures).map(([each, figure]) => [
      each,
      each === 'kind' ? kindWords(t, figure) : written(locale, figure),
    ]),
  );
  return {
    name: t(`checks.${name}.name`),
    says: t(`checks.${name}.says.${says}`, said),
    next: weight === 'fine' ? null : t(`checks.${name}.next.${says}`, said),
    code: figures.code ? t('code', { code: String(figures.code) }) : null,
  };
}

function written(locale: Locale, figure: Figure): string | number {
  if (figure instanceof Date) return formatInstant(locale, figure);
  return typeof figure === 'string' && isDay(figure) ? formatDay(locale, figure) : figure;
}

/** "admin/people", "public": kinds of pages as the front counts them. */
function kindWords(t: Words, figure: Figure): string {
  const [kind, room = ''] = String(figure).split('/');
  return t(`kinds.${kind}`, { room });
}
