import type { ModelKind } from '@/domain/digital-models/digital-model';
import type { Locale } from '@/domain/locale';
import { keptValue } from '@/prisma/kept/kept-values';
import { listPublishedGuidesToSearch, listPublishedTopicsToSearch } from './choice-queries';
import { listPublishedIndicatorWords } from './indicator-queries';
import { meantBy, type NamedThing, namedThing, type Slip, type Suggestion, waysOn } from './meant';
import { listPublishedPlaceNames } from './place-queries';
import type { Found } from './search';
import type { Indexed } from './told';

/** What may have been meant by a question, and what is near to it beside what was found. */
export type Ways = { meant: Suggestion[]; ways: Suggestion[] };

/**
 * Names that the portal has: such as may have been meant (`slip`: how much may differ), and ways on from what was found. Asks the
 * database nothing while names are kept.
 */
export async function listPublishedWays(
  locale: Locale,
  question: string,
  explained: readonly Indexed<ModelKind>[],
  found: Found,
  slip: Slip,
): Promise<Ways> {
  const things = await listPublishedNames(locale, explained);
  const meant = meantBy(question, things, slip);
  const shown = shownBy(found);
  const near = waysOn(question, things, (one) => shown.has(keyOf(one)) || meant.includes(one));
  return { meant, ways: withTopics(near, things, found) };
}

const TOPICS_MAX = 3;

/** The same with topics of the classes that were found, where no place was named: there they are of all kinds. */
function withTopics(ways: Suggestion[], things: readonly NamedThing[], { communes, sessions }: Found): Suggestion[] {
  if (communes.length > 0) return ways;
  const learned = new Set(sessions.sessions.map(({ topic }) => topic));
  const topics = things.flatMap(({ suggestion }) => (suggestion.what === 'topic' ? [suggestion] : []));
  const known = new Set(ways.map(({ name }) => name));
  return [...ways, ...topics.filter(({ name }) => learned.has(name) && !known.has(name)).slice(0, TOPICS_MAX)];
}

function keyOf(one: Suggestion): string {
  if (one.what === 'model') return `model ${one.kind}`;
  if (one.what === 'indicator') return `indicator ${one.code}`;
  return `${one.what} ${one.what === 'topic' ? one.name : one.slug}`;
}

const shownBy = ({ communes, models, articles, indicators }: Found): ReadonlySet<string> =>
  new Set([
    ...communes.map(({ slug }) => `commune ${slug}`),
    ...models.filter(({ place }) => !place).map(({ kind }) => `model ${kind}`),
    ...articles.articles.map(({ slug }) => `article ${slug}`),
    ...indicators.map(({ code }) => `indicator ${code}`),
  ]);

/** Topics, kinds of models, guides, indicators and places by all that they are called, in this order; they are kept. */
const listPublishedNames = (locale: Locale, explained: readonly Indexed<ModelKind>[]): Promise<readonly NamedThing[]> =>
  keptValue(`search names ${locale} ${explained.length}`, ['units', 'courses', 'articles:guide', 'today'], () =>
    readNames(locale, explained),
  );

async function readNames(locale: Locale, explained: readonly Indexed<ModelKind>[]): Promise<NamedThing[]> {
  const [topics, guides, indicators, places] = await Promise.all([
    listPublishedTopicsToSearch(locale),
    listPublishedGuidesToSearch(locale),
    listPublishedIndicatorWords(locale),
    listPublishedPlaceNames(),
  ]);
  const named: Suggestion[] = [
    ...topics.map(({ name }) => ({ what: 'topic' as const, name })),
    ...explained.map(({ key, name }) => ({ what: 'model' as const, kind: key, name })),
    ...guides.map(({ kind, slug, title }) => ({ what: 'article' as const, kind, slug, name: title })),
    ...indicators.map(({ key, name }) => ({ what: 'indicator' as const, code: key, name })),
    ...places.flatMap(({ slug, name, former }) =>
      [name, ...former.map((one) => one.name)].map((one) => ({ what: 'commune' as const, slug, name: one })),
    ),
  ];
  return named.map(namedThing);
}
