import 'server-only';
import { dependsOn, dependsUntil } from '@/app/cache-tags';
import { articleKinds } from '@/domain/articles/article';
import { findPublishedComing } from '@/domain/search/choice-queries';
import { listPublishedWays } from '@/domain/search/name-queries';
import { searchPublished } from '@/domain/search/queries';
import { countsOf, isLookedFor } from '@/domain/search/search';
import { listPublishedSuggestions } from '@/domain/search/suggestion-queries';
import type { Locale } from '@/i18n/locales';
import type { Asked } from './asked';
import { explainedModels } from './explained';

/** What a search found, what may have been meant, and where it leads; the page is dropped by whatever of it changes. */
export async function findAsked(locale: Locale, { question, narrowing }: Asked) {
  const explained = await explainedModels(locale);
  const found = await searchPublished(locale, question, narrowing, explained);
  await dependsOn(...partsOf(narrowing));
  // one that is founded meanwhile is found an hour later at most: else each change of a model or pair would drop all searches
  if (found.models.some(({ place }) => place)) await dependsOn('figures:province');
  await dependsUntil(...found.sessions.sessions.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]));
  const counts = countsOf(found);
  const count = narrowing.kind ? counts[narrowing.kind] : Object.values(counts).reduce((sum, of) => sum + of, 0);
  const isNothing = question !== '' && count === 0;
  const [{ meant, ways }, titles, next] = await Promise.all([
    narrowing.after ? NO_WAYS : listPublishedWays(locale, question, explained, found, isNothing ? 'any' : 'slight'),
    isNothing ? listPublishedSuggestions(locale, question) : [],
    isNothing ? comingSession(locale) : null,
  ]);
  const near = isNothing && !meant.some(({ what }) => what === 'commune') ? found.near : [];
  const isMeant = new Set([...meant, ...titles].map(({ name }) => name));
  return {
    found,
    counts,
    count,
    isNothing,
    next,
    near,
    meant: [...meant, ...titles],
    ways: ways.filter(({ name }) => !isMeant.has(name)),
  };
}

const NO_WAYS = { meant: [], ways: [] };

/** The next class for whoever found nothing, until it begins or ends. */
async function comingSession(locale: Locale) {
  const session = await findPublishedComing(locale);
  await dependsOn('sessions:province');
  await dependsUntil(...(session ? [session.startsAt, session.endsAt] : []));
  return session;
}

/** The parts of the portal that a search looks at. */
function partsOf(narrowing: Asked['narrowing']) {
  const asks = (kind: Parameters<typeof isLookedFor>[0]) => isLookedFor(kind, narrowing);
  return [
    'units',
    'today',
    'courses',
    'articles:guide',
    ...(asks('article') ? articleKinds.map((kind) => `articles:${kind}` as const) : []),
    ...(asks('session') ? (['sessions:province'] as const) : []),
  ] as const;
}
