import { oneOf } from '@/app/address';
import { type ArticleKind, articleKinds } from '@/domain/articles/article';

/** What the list is narrowed to. */
export type Asked = { kind?: ArticleKind; q?: string; after?: string };

export const articlesPath = '/admin/articles';

/** What an address asks for; what it should not say is left out. */
export function askedOf(query: Record<string, string | string[] | undefined>): Asked {
  const kind = articleKinds.find((each) => each === oneOf(query.kind));
  const [q, after] = [oneOf(query.q)?.slice(0, 100), oneOf(query.after)];
  return { ...(kind ? { kind } : {}), ...(q ? { q } : {}), ...(after ? { after } : {}) };
}

/** The address of the list that answers this. */
export function listAddress(asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked));
  return query.size > 0 ? `${articlesPath}?${query}` : articlesPath;
}
