/** What somebody can change in a part by herself: unfold it, tick it, write in it, choose of it. */
const HERS = 'details, input, option';

/** What of that the server said of each, in the order of the page. */
export type Said = readonly string[];

function stateOf(one: Element): string {
  if (one instanceof HTMLInputElement) return `${one.checked} ${one.value}`;
  return `${one instanceof HTMLOptionElement ? one.selected : one.hasAttribute('open')}`;
}

export const saidIn = (part: ParentNode): Said => [...part.querySelectorAll(HERS)].map(stateOf);

/** The same of what is not in the page yet. */
export function saidBy(html: string): Said {
  const template = document.createElement('template');
  template.innerHTML = html;
  return saidIn(template.content);
}

/** Those that stand otherwise than the server said: she did that, and they stay so. */
export function touchedIn(part: ParentNode, said: Said): ReadonlySet<Element> {
  return new Set([...part.querySelectorAll(HERS)].filter((one, at) => stateOf(one) !== said[at]));
}

/** Is this hers to say, of what she has touched? */
export const isHers = (attribute: string): boolean => ['open', 'checked', 'value', 'selected'].includes(attribute);
