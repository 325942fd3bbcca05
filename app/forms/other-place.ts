import { isId } from '@/domain/id';

/** A page of the signed-in area, whatever a form says of itself. */
const PAGE = /^\/admin(\/[a-z-]+)+$/;

/**
 * The address of the page with another place, where words for one, typed into the choice above this form, came with
 * it: all that was typed goes along. Null where the place is the one that was chosen.
 */
export function otherPlace(form: FormData): string | null {
  const [name, page, chosen] = ['$address', '$page', '$chosen'].map((key) => String(form.get(key) ?? ''));
  const words = name && form.get(name);
  if (typeof words !== 'string' || !words.trim() || words === chosen || isId(words)) return null;
  if (!page || !PAGE.test(page)) return null;
  const query = new URLSearchParams();
  for (const [key, value] of form) if (typeof value === 'string' && !key.startsWith('$')) query.append(key, value);
  return `${page}?${query}`;
}
