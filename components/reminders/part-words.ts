import type { useTranslations } from 'next-intl';
import type { Due, ReminderPart } from '@/domain/reminders/reminder';

export type PartWords = {
  t: ReturnType<typeof useTranslations<'reminders'>>;
  missing: ReturnType<typeof useTranslations<'coverage.missing'>>;
};

/** "chưa có cặp 1+1 đang hoạt động, …": what is missing, in words. */
export const partsIn = ({ t, missing }: PartWords, parts: readonly ReminderPart[]): string =>
  parts.map((part) => (part === 'records' ? t('records') : missing(part))).join(', ');

/** The same with its place: a group is called together with its sub-association. */
export const dueIn = (words: PartWords, { name, parentName, parts }: Pick<Due, 'name' | 'parentName' | 'parts'>) =>
  words.t('unit', { name: parentName ? `${name}, ${parentName}` : name, parts: partsIn(words, parts) });

/** So many are named in words that are sent. */
const NAMED = 4;

/** All of it as one text: the first ones, and how many more. */
export function listOf(words: PartWords, due: readonly Due[]): string {
  const names = due
    .slice(0, NAMED)
    .map((each) => dueIn(words, each))
    .join('; ');
  const more = due.length - NAMED;
  return more > 0 ? words.t('more', { names, more: String(more) }) : names;
}
