import 'server-only';
import type { OwnPage } from '@/domain/links/own-queries';
import { type RouteName, resolveAddress } from '@/i18n/routes';

/** What the address of a record names. */
const RECORDS: Partial<Record<RouteName, Exclude<OwnPage['of'], 'always'>>> = {
  newsArticle: 'article',
  story: 'article',
  guide: 'article',
  guideCard: 'article',
  articleByNumber: 'article-number',
  commune: 'commune',
  communeByCode: 'commune-code',
  session: 'session',
  poster: 'session',
  posterDocument: 'session',
  signUp: 'session',
  sessionByNumber: 'session-number',
};

/** Files and feeds, which no table of pages names. */
const FILES = /^\/(hinh|api|anh|fonts|icons)\/|\.(xml|ics|txt|webmanifest|png|svg|pdf|csv|json)$/;

/** Which page of the portal a path leads to, without asking it; null where no reader finds one, as in the signed-in area. */
export function ownPageOf(address: string): OwnPage | null {
  const { pathname, searchParams } = new URL(address, 'http://own.invalid');
  const found = resolveAddress(pathname, searchParams);
  if (!found) return FILES.test(pathname) ? { of: 'always' } : null;
  const of = RECORDS[found.name];
  const key = keyIn(found.internal);
  return of && key ? { of, locale: found.locale, key } : { of: 'always' };
}

/** The slug in Next's own path: what stands behind the folders of its page ("/vi/guides/a-b/card", "/vi/communes/by-code/26041"). */
function keyIn(internal: string): string | undefined {
  const [, , , second, third] = internal.split('/');
  return second?.startsWith('by-') ? third : second;
}
