import postcss, { type AtRule, type Container, type Declaration, type Document } from 'postcss';
import type { Page } from 'puppeteer-core';

/** Rules that an old browser may leave out without anybody missing a word, a place or a choice. */
const ADORNS: readonly RegExp[] = [
  // beginning of a line's break, the look of a line under words, colours on paper, colours that the system takes over
  /^(text-wrap|text-underline-offset|text-decoration-thickness|print-color-adjust|forced-color-adjust|color-scheme|field-sizing)$/,
  // one's own look of controls: said with -webkit- beside
  /^appearance$/,
  // the size that a picture has by itself, and what waits for a query of its box
  /^(aspect-ratio|container-type|content-visibility)$/,
  // said for other browsers
  /^-(moz|webkit)-/,
];
const ADORNING_VALUES = /\b(\d*dvh|1lh)\b|^-moz-/;
/** Selectors for others, or for a look beside the one that is there: every `:focus` is framed, every choice shows itself. */
const ADORNING_SELECTORS = /:focus-visible|:-moz-|::-moz-|::file-selector-button|::details-content|:has\(/;

const asked = (node: Declaration | Container): boolean => {
  for (let at: Container | Document | undefined = node.parent; at; at = at.parent as Container | undefined)
    if (at.type === 'atrule' && (at as AtRule).name === 'supports') return true;
  return false;
};

/** All that a browser does not understand in a style sheet, that stands where it is not asked first, and that does more than adorn. */
export async function unread(page: Page, css: string): Promise<string[]> {
  const root = postcss.parse(css);
  const names = new Set<string>();
  const selectors = new Set<string>();
  const declarations = new Set<string>();
  root.walkAtRules((rule) => void (asked(rule) || names.add(rule.name)));
  root.walkRules((rule) => {
    const within = rule.parent?.type === 'atrule' ? (rule.parent as AtRule).name : '';
    if (!asked(rule) && !/keyframes/.test(within)) selectors.add(rule.selector);
  });
  root.walkDecls((declaration) => {
    const { prop, value, parent } = declaration;
    const font = parent?.type === 'atrule';
    if (!asked(declaration) && !font && !prop.startsWith('--')) declarations.add(JSON.stringify([prop, value]));
  });
  const known = await page.evaluate(
    (all: { selectors: string[]; declarations: string[] }) => {
      const isKnown = (selector: string) => {
        try {
          document.querySelector(selector);
          return true;
        } catch {
          return false;
        }
      };
      return {
        selectors: all.selectors.filter((selector) => !isKnown(selector)),
        declarations: all.declarations.filter((each) => {
          const [prop, value] = JSON.parse(each) as [string, string];
          return !CSS.supports(prop, value.includes('var(') ? 'inherit' : value);
        }),
      };
    },
    { selectors: [...selectors], declarations: [...declarations] },
  );
  const lost = known.declarations
    .map((each) => JSON.parse(each) as [string, string])
    .filter(([prop, value]) => !ADORNS.some((kind) => kind.test(prop)) && !ADORNING_VALUES.test(value));
  return [
    ...[...names].filter(
      (name) => !/^(media|supports|font-face|keyframes|page|container|top-right|charset)$/.test(name),
    ),
    // the same rule stands before in the words of that time: lists are written three times
    ...known.selectors.filter((selector) => !ADORNING_SELECTORS.test(selector) && !isSaidAgain(selector, selectors)),
    ...lost.map(([prop, value]) => `${prop}: ${value}`),
  ];
}

/** `:is(a,b)` and `:-moz-any(a,b)` stand beside `:-webkit-any(a,b)`. */
const isSaidAgain = (selector: string, all: ReadonlySet<string>) =>
  selector.includes(':is(') && all.has(selector.replace(/:is\(/g, ':-webkit-any('));
