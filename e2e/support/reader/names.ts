/** What a part of a page is, what it is called and whether it is shown: as a browser without scripts tells a screen reader. */

const SELECTORS: Record<string, string> = {
  link: 'a[href]',
  button: 'button, input[type=submit], input[type=button]',
  heading: 'h1, h2, h3, h4, h5, h6',
  row: 'tr',
  cell: 'td',
  columnheader: 'th:not([scope=row])',
  rowheader: 'th[scope=row]',
  table: 'table',
  list: 'ul, ol',
  listitem: 'li',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  option: 'option',
  combobox: 'select, input[list]',
  searchbox: 'input[type=search]',
  textbox: 'textarea, input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url]',
  group: 'fieldset, details',
  navigation: 'nav',
  main: 'main',
  article: 'article',
  region: 'section',
  img: 'img',
  status: 'output',
};

/** A role, as the selector of what has it by itself or is said to have it. */
export function selectorOf(role: string): string {
  const said = `[role=${role}]`;
  const own = SELECTORS[role];
  if (!own) return said;
  return `${own
    .split(', ')
    .map((selector) => `${selector}:not([role])`)
    .join(', ')}, ${said}`;
}

const BY_CONTENT = 'a, button, h1, h2, h3, h4, h5, h6, tr, td, th, option, summary, [role=link], [role=option]';
const BLOCK =
  /^(address|article|aside|br|button|caption|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|li|main|nav|ol|option|p|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/i;
const SILENT = /^(script|style|template)$/i;

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The words of an element, as a browser keeps them; spaces are one. */
export const textOf = (element: Element): string => tidy(element.textContent ?? '');

const isOff = (element: Element) =>
  element.hasAttribute('hidden') || element.hasAttribute('data-off') || SILENT.test(element.tagName);

/** Whether nothing around it is folded or hidden. What a style sheet alone hides is not known here. */
export function isShown(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (isOff(at) || (at.tagName === 'INPUT' && at.getAttribute('type') === 'hidden')) return false;
    const around = at.parentElement;
    if (around?.tagName === 'DETAILS' && !around.hasAttribute('open') && at.tagName !== 'SUMMARY') return false;
    if (around?.tagName === 'DIALOG' && !around.hasAttribute('open')) return false;
  }
  return true;
}

/** Whether a screen reader is told of it. */
export const isTold = (element: Element): boolean => isShown(element) && !element.closest('[aria-hidden=true]');

/** The words within, told aloud: pictures by their names, without what is hidden from ears. */
function toldWithin(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (isOff(element) || element.getAttribute('aria-hidden') === 'true') return '';
  const label = element.getAttribute('aria-label') ?? (element.tagName === 'IMG' ? element.getAttribute('alt') : null);
  const words = label ?? Array.from(element.childNodes, toldWithin).join('');
  return BLOCK.test(element.tagName) ? ` ${words} ` : words;
}

const byId = (element: Element, ids: string | null) =>
  (ids ?? '')
    .split(' ')
    .filter(Boolean)
    .flatMap((id) => element.ownerDocument.getElementById(id) ?? []);

/** The labels that stand for a field. */
export function labelsOf(field: Element): Element[] {
  const around = field.closest('label');
  const id = field.getAttribute('id');
  const named = id ? Array.from(field.ownerDocument.querySelectorAll('label')) : [];
  return [
    ...named.filter((label) => label.getAttribute('for') === id),
    ...(around && !around.hasAttribute('for') ? [around] : []),
  ];
}

const ofChild = (element: Element, tag: string) =>
  Array.from(element.children).find(({ tagName }) => tagName.toLowerCase() === tag);

/** The name by which somebody who sees nothing knows this part of the page. */
export function nameOf(element: Element): string {
  const labelled = byId(element, element.getAttribute('aria-labelledby'));
  if (labelled.length > 0) return tidy(labelled.map(toldWithin).join(' '));
  const label = element.getAttribute('aria-label');
  if (label) return tidy(label);
  if (/^(input|select|textarea)$/i.test(element.tagName)) {
    const words = tidy(labelsOf(element).map(toldWithin).join(' '));
    return words || element.getAttribute('title') || element.getAttribute('placeholder') || '';
  }
  const head = ofChild(element, { FIELDSET: 'legend', TABLE: 'caption', FIGURE: 'figcaption' }[element.tagName] ?? '');
  if (head) return tidy(toldWithin(head));
  if (element.tagName === 'IMG') return element.getAttribute('alt') ?? '';
  if (element.matches(BY_CONTENT)) return tidy(Array.from(element.childNodes, toldWithin).join(''));
  return element.getAttribute('title') ?? '';
}

/** What is said of a field beside its name: its hint, and what is wrong with it. */
export const descriptionOf = (field: Element): string =>
  tidy(byId(field, field.getAttribute('aria-describedby')).map(toldWithin).join(' '));
