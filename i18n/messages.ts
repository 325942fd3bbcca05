import type { Locale } from './locales';

/** One file of words a concept; `ui`, `layout` and `charts` are the words of the drawing layers. */
export const concepts = [
  'ui',
  'layout',
  'charts',
  'home',
  'access',
  'accounts',
  'second-factors',
  'second-pairs',
  'units',
  'people',
  'merging',
  'consents',
  'own-data',
  'digital-models',
  'pairs',
  'boundaries',
  'peer-lessons',
  'guides',
  'imports',
  'exports',
  'targets',
  'reports',
  'open-data',
  'reminders',
  'digest',
  'trainings',
  'courses',
  'venues',
  'series',
  'calls',
  'messages',
  'outcomes',
  'calendar',
  'enrolments',
  'attendance',
  'certificates',
  'member-cards',
  'coverage',
  'next-trainings',
  'indicators',
  'figures',
  'spot-checks',
  'articles',
  'newsroom',
  'translations',
  'subscriptions',
  'front',
  'links',
  'remarks',
  'previews',
  'sounds',
  'pictures',
  'uploads',
  'search',
  'audit',
  'jobs',
  'condition',
  'overview',
  'models-explained',
  'about',
  'privacy',
  'accessibility',
] as const;

type Words = Record<string, Record<string, unknown>>;

const read = new Map<Locale, Words>();

/** All words of a language, by concept: put together once a process, not for each page. */
export async function messagesOf(locale: Locale): Promise<Words> {
  const words = read.get(locale) ?? (await readMessages(locale));
  read.set(locale, words);
  return words;
}

async function readMessages(locale: Locale): Promise<Words> {
  const files = await Promise.all(
    concepts.map(async (concept) => [concept, (await import(`./messages/${locale}/${concept}.json`)).default] as const),
  );
  return Object.fromEntries(files);
}
