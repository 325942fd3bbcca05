import { oneOf } from '@/app/address';

export const picturesPath = '/admin/pictures';

/** The filters of the list. */
export type Asked = { q?: string; after?: string };

/** The filters of an address; a value that it should not hold is left out. */
export function askedOf(query: Record<string, string | string[] | undefined>): Asked {
  const [q, after] = [oneOf(query.q)?.slice(0, 100), oneOf(query.after)];
  return { ...(q ? { q } : {}), ...(after ? { after } : {}) };
}

/** The address of the list that answers this. */
export function listAddress(asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked));
  return query.size > 0 ? `${picturesPath}?${query}` : picturesPath;
}

export const pictureAddress = (id: string, said?: string) => `${picturesPath}/${id}${said ? `?said=${said}` : ''}`;
