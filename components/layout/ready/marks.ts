/** What stands for a part that is written out in the page that came: made anew for each page, with the number of the part. */
const MARK = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\d+;$/;

export const isMark = (html: string): boolean => MARK.test(html);

/** What stood for each mark of the page that came, once it is gone from there. */
const texts = new Map<string, string>();

/** Before it goes: who comes back finds it again. */
export function remember(html: string, part: Element): void {
  if (isMark(html) && !texts.has(html)) texts.set(html, part.innerHTML);
}

/** What is written, of a mark as well: as it stood, or still stands in the page. */
export function remembered(html: string): string {
  if (!isMark(html)) return html;
  const found = texts.get(html) ?? document.querySelector(`[data-part="${html}"]`)?.innerHTML;
  if (found !== undefined) return found;
  // nobody can say any more what stood there, but the portal
  location.reload();
  return '';
}
