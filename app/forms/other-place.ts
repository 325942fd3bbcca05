import { isId } from '@/domain/id';

/** A page of the signed-in area, whatever a form says of itself. */
const PAGE = /^\/admin(\/[a-z-]+)+$/;

/** Characters of an address that takes along what was typed: the door reads heads of twice as many. */
const ADDRESS_MAX = 8_000;

/** The field of the choice, and the address of the page with the place that its words mean: null where it would be too long. */
export type OtherPlace = { name: string; address: string | null };

/** The place that words in the choice above this form mean, with all that was typed in the address. Null where it is the chosen one. */
export function otherPlace(form: FormData): OtherPlace | null {
  const [name = '', page = '', chosen] = ['$address', '$page', '$chosen'].map((key) => String(form.get(key) ?? ''));
  const words = name && form.get(name);
  if (typeof words !== 'string' || !words.trim() || words === chosen || isId(words)) return null;
  if (!PAGE.test(page)) return null;
  const query = new URLSearchParams();
  let letters = 0;
  for (const [key, value] of form) {
    if (typeof value !== 'string' || key.startsWith('$')) continue;
    letters += key.length + value.length;
    if (letters > ADDRESS_MAX) return { name, address: null };
    query.append(key, value);
  }
  const address = `${page}?${query}`;
  return { name, address: address.length > ADDRESS_MAX ? null : address };
}
