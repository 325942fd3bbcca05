import type { Page } from '@playwright/test';

/**
 * Words that run together where a page is read without its styles, as by a text browser, a search engine or a screen
 * reader: every element that is no block by itself stands right beside the next one.
 */
export const gluedWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const BLOCKS =
      /^(address|article|aside|blockquote|body|br|button|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|input|label|legend|li|main|nav|ol|optgroup|option|p|pre|search|section|select|summary|svg|table|tbody|td|text|textarea|tfoot|th|thead|title|tr|ul)$/i;
    const SILENT = /^(script|style|template|noscript|defs)$/i;
    const pieces: string[] = [];
    const read = (node: Node) => {
      if (node.nodeType === Node.TEXT_NODE) pieces.push(node.textContent ?? '');
      if (!(node instanceof Element) || SILENT.test(node.tagName)) return;
      const apart = BLOCKS.test(node.tagName);
      if (apart) pieces.push('\n');
      for (const child of Array.from(node.childNodes)) read(child);
      if (apart) pieces.push('\n');
    };
    read(document.body);
    const said = pieces.filter((piece) => piece !== '');
    return said.flatMap((piece, at) => {
      const before = said[at - 1] ?? '';
      return /[\p{L}\p{N}%]$/u.test(before) && /^[\p{L}\p{N}]/u.test(piece) ? [`${before}|${piece}`] : [];
    });
  });

/** Levels of headings that are jumped over, as "h1 h3". */
export const jumpedHeadings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const levels = Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6')).map(({ tagName }) =>
      Number(tagName.slice(1)),
    );
    return levels.flatMap((level, at) => {
      const before = levels[at - 1] ?? 0;
      return level > before + 1 ? [`h${before} h${level}`] : [];
    });
  });
