/**
 * What comes in from Word, Facebook, Zalo or a page is HTML of theirs. Here it becomes HTML that says what it means; what the editor
 * does not know it leaves out by itself.
 */

/** Google's documents put everything into a bold element that is not bold. */
export const isStrong = (element: HTMLElement) => !/(^|;)\s*font-weight:\s*(normal|[1-5]00)/.test(styleOf(element));

const styleOf = (element: Element) => element.getAttribute('style') ?? '';

/** Where a link leads: Facebook and Zalo send their readers by a page of their own, which is left out. */
export function addressOf(element: HTMLElement): string {
  const href = (element.getAttribute('href') ?? '').trim();
  const [, led] = /^https?:\/\/(?:l|lm)\.facebook\.com\/l\.php\?(?:[^#]*&)?u=([^&#]+)/.exec(href) ?? [];
  try {
    const address = led ? decodeURIComponent(led) : href;
    return address.replace(/([?&])fbclid=[^&#]*(&|(?=#)|$)/, (_, before, after) => (after ? before : ''));
  } catch {
    return href;
  }
}

/** The same for all that is pasted at once; in place. */
export function cleanPasted(body: HTMLElement): void {
  for (const element of body.querySelectorAll('style, script, title, meta, link, xml, button, svg')) element.remove();
  for (const element of body.querySelectorAll('img')) element.replaceWith(asEmoji(element));
  listsOfWord(body);
  for (const element of body.querySelectorAll('div, section, article')) if (isLine(element)) renamed(element, 'p');
  for (const cell of body.querySelectorAll('td, th')) cell.replaceChildren(...inOneLine(cell));
  for (const element of body.querySelectorAll('p')) if (isEmpty(element)) element.remove();
}

/** The first sign that is a picture; letters of Vietnamese and English come before it. */
const FIRST_SIGN = 0x203c;

/** Facebook and Zalo draw an emoji as a picture, whose other text is the sign. */
function asEmoji(image: Element): string {
  const words = image.getAttribute('alt') ?? '';
  return (words.codePointAt(0) ?? 0) >= FIRST_SIGN && words.length <= 16 ? words : '';
}

/** A cell holds words alone: its paragraphs are parted by blanks. */
const inOneLine = (cell: Element): (ChildNode | string)[] => {
  for (const line of cell.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6')) line.append(' ');
  for (const line of cell.querySelectorAll(
    'p, div, ul, ol, li, table, tbody, tr, td, th, blockquote, h1, h2, h3, h4, h5, h6',
  ))
    line.replaceWith(...line.childNodes);
  return [...cell.childNodes];
};

const BLOCKS = 'p, div, section, article, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, hr';
/** A line of a post: words without another block in it. */
const isLine = (element: Element) => !element.querySelector(BLOCKS) && !element.closest('td, th, li, p');
const isEmpty = (element: Element) =>
  !element.textContent?.replace(/[\s\u00a0]/g, '') && !element.querySelector('br + *');

function renamed(element: Element, tag: string): Element {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

/** A sign or a number with which Word draws an entry of a list, which it keeps as a paragraph. */
const SIGN = /^\s*(?:[·•o§\u00a7\u2022\u25aa\uf0b7\uf0a7\u2013-]|(\d+|[a-z])[.)])[\s\u00a0]+/;

function listsOfWord(body: HTMLElement): void {
  for (const entry of body.querySelectorAll('p')) {
    if (!/mso-list:\s*l\d/i.test(styleOf(entry)) && !/MsoListParagraph/.test(entry.className)) continue;
    const tag = SIGN.exec(entry.textContent ?? '')?.[1] === undefined ? 'ul' : 'ol';
    withoutSign(entry);
    const before = entry.previousElementSibling;
    const list = before?.matches(`${tag}[data-made]`) ? before : entry.ownerDocument.createElement(tag);
    list.setAttribute('data-made', '');
    if (list !== before) entry.before(list);
    list.append(renamed(entry, 'li'));
  }
}

/** Word says which part of an entry is its sign; where it did not, the first words do. */
function withoutSign(entry: Element): void {
  const said = [...entry.querySelectorAll('span')].filter((span) => /mso-list:\s*ignore/i.test(styleOf(span)));
  for (const span of said) span.remove();
  if (said.length > 0) return;
  const sign = SIGN.exec(entry.textContent ?? '')?.[0] ?? '';
  for (let left = sign.length, words = firstWords(entry); left > 0 && words; words = firstWords(entry)) {
    const text = words.textContent ?? '';
    words.textContent = text.slice(left);
    left -= text.length;
  }
}

function firstWords(node: ChildNode): ChildNode | null {
  if (node.nodeType === 3) return node.textContent ? node : null;
  for (const child of node.childNodes) {
    const found = firstWords(child);
    if (found) return found;
  }
  return null;
}
