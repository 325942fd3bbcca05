import { type ArticleNode, isSafeHref } from '../document';
import { type Found, type Said, same, taken } from './said';

const PHONE =
  /(?<![\p{L}\d.,])(?:\+84[ .-]?|0)\d(?:[ .-]?\d){7,9}(?![.,]?\d)|(?<![\p{L}\d.,])1[89]00(?:[ .-]?\d){4,6}(?!\d)/gu;

const phoneKey = (typed: string) => `phone:${typed.replace(/[^\d+]/g, '').replace(/^\+84/, '0')}`;

/** Telephone numbers, however they are grouped. Hotlines of three or four digits are numbers as others are. */
export const phonesIn = (found: Found): Found => taken(found, PHONE, ([typed = '']) => same('phone', phoneKey(typed)));

/** What an address leads to, in words that are the same in both languages; null where it is nothing to compare. */
export type LinkKey = (href: string) => string | null;

/** The addresses that a document links to. */
export function hrefsIn({ content, marks }: ArticleNode): string[] {
  const own = (marks ?? []).flatMap(({ type, attrs }) =>
    type === 'link' && isSafeHref(attrs?.href) ? attrs.href : [],
  );
  return [...own, ...(content ?? []).flatMap(hrefsIn)];
}

export function linksIn(body: ArticleNode, keyOf: LinkKey): Said[] {
  const hrefs = [...new Set(hrefsIn(body))];
  return hrefs.flatMap((href) => {
    const phone = /^tel:/i.test(href) && phoneKey(href);
    const key = phone || keyOf(href);
    return key ? [{ ...same(phone ? 'phone' : 'link', key), said: href }] : [];
  });
}
