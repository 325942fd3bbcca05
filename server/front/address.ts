import { locales } from '@/i18n/locales';
import { hrefTo, missingPath, type RouteName, resolveAddress, routes } from '@/i18n/routes';
import type { Place } from '../still/drawing/desk';
import { questionOf, type Spelling } from './question';

/**
 * The destination of a request. `page`: a public page, `missing` when there is none. `document`: a
 * public file made by Next. `live`: depends on who asks, or knows the `secret`. `moved`: asked by another name.
 */
export type Destination =
  | ({ kind: 'page' | 'document'; internal: string } & Place & Spelling)
  | { kind: 'live'; internal: string; area: 'admin' | 'public'; secret?: true | 'unsaid'; framed?: true }
  | { kind: 'moved'; to: string }
  | { kind: 'unreadable' };

/** First parts of addresses that Next answers under their own name, for whoever is signed in. */
const ADMIN = new Set(['admin', 'api']);

/**
 * Decides where an address leads. `target` is the path and query as they stand in the request; `documents` are the
 * paths of public documents that Next answers under their own name (sitemap, robots, icons).
 */
export function destinationOf(target: string, documents: ReadonlySet<string>): Destination {
  const [path, query] = halves(target);
  const parts = partsOf(path);
  if (!parts) return { kind: 'unreadable' };
  const canonical = `/${parts.map(encodeURIComponent).join('/')}`;
  const first = path.split('/')[1] ?? '';
  if (ADMIN.has(first)) {
    if (path.includes('//')) return { kind: 'moved', to: canonical + query };
    return { kind: 'live', internal: path + query, area: 'admin' };
  }
  if (documents.has(path)) return { kind: 'document', internal: path, path, keep: 'good' };
  return publicDestination(path, canonical, query);
}

function publicDestination(path: string, canonical: string, query: string): Destination {
  const search = new URLSearchParams(query);
  const address = resolveAddress(canonical, search);
  // A page's "asked" twin is no page of its own, even where its name could be a slug.
  if (!address || (address.kind !== 'asked' && address.internal.endsWith('/asked'))) {
    const known = publicNameOf(canonical) ?? inSmallLetters(canonical, search);
    if (known) return { kind: 'moved', to: known + query };
    const missing = missingPath(canonical);
    return { kind: 'page', internal: missing, path: missing, keep: 'fixed' };
  }
  if (path !== canonical) return { kind: 'moved', to: canonical + query };
  const { internal, kind, name } = address;
  const { secret, framed } = address;
  if (secret) return { kind: 'live', internal: internal + query, area: 'public', secret, ...(framed && { framed }) };
  if (kind === 'asked') {
    const route = routes[name];
    const isAlone = 'text' in route && !route.query.some((key) => key !== route.text && search.has(key));
    const question = isAlone ? questionOf(route.text, path, internal, query) : null;
    return { kind: 'page', ...(question ?? { internal: internal + query, path: internal, keep: 'never' }) };
  }
  const heedless = 'query' in routes[name] ? {} : { heedless: true as const };
  if (kind === 'still') {
    const keep = 'many' in routes[name] ? 'again' : 'good';
    return { kind: 'page', internal, path: internal, keep, ...heedless };
  }
  if (/\.[a-z]+(\/|$)/.test(internal)) {
    const keep = 'many' in routes[name] ? 'again' : 'good';
    if ('versioned' in routes[name]) return { kind: 'document', internal, path: internal, keep, heedless: true };
    // The calendar of a commune is a document of its own, and kept; any other question is asked for rarely.
    if (!query || 'narrowedBy' in routes[name]) return { kind: 'document', internal, path: internal, keep: 'good' };
    return { kind: 'document', internal: internal + query, path: internal, keep: 'never' };
  }
  return { kind: 'live', internal: internal + query, area: 'public' };
}

/** The address that somebody meant who typed it in capitals, from paper or where a phone begins words with one; or null. */
function inSmallLetters(canonical: string, search: URLSearchParams): string | null {
  const small = canonical.toLowerCase();
  const meant = small === canonical ? null : resolveAddress(small, search);
  return meant && !meant.secret ? small : null;
}

/** Path and query ("" or "?…") of a request target. */
function halves(target: string): [string, string] {
  const at = target.indexOf('?');
  return at === -1 ? [target, ''] : [target.slice(0, at), withoutNul(target.slice(at))];
}

/** NUL is typed by nobody and kept by no database. It is taken out here, before any page or handler reads a query. */
function withoutNul(query: string): string {
  if (!query.includes('%00')) return query;
  const pairs = [...new URLSearchParams(query)].map((pair) => pair.map((text) => text.replaceAll('\0', '')));
  return `?${new URLSearchParams(pairs as [string, string][])}`;
}

/** The decoded parts of a path, without empty ones; null when it cannot be read or tries to climb. */
export function partsOf(path: string): string[] | null {
  try {
    const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    const strange = parts.some((part) => part === '.' || part === '..' || /[\u0000-\u001f\u007f/\\]/.test(part));
    return path.startsWith('/') && !strange ? parts : null;
  } catch {
    return null;
  }
}

/** The public name of a page asked for by Next's own path ("/vi/news/x"), or null. */
export function publicNameOf(internal: string): string | null {
  for (const name of Object.keys(routes) as RouteName[]) {
    for (const locale of locales) {
      const { page } = routes[name];
      const pattern = `/${locale}${page && `/${page}`}`;
      const prefix = pattern.replace('[slug]', '');
      if (pattern === internal) return hrefTo(locale, name);
      const slug = pattern.endsWith('[slug]') && internal.startsWith(prefix) ? internal.slice(prefix.length) : '';
      const known = slug && hrefTo(locale, name, { slug });
      if (known && known !== internal && resolveAddress(known, new URLSearchParams())?.kind === 'still') return known;
    }
  }
  return null;
}
