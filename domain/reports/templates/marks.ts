/** What stands between braces: `{so}`, `{#bang}`, `{/bang}`; a brace that stands alone is a mark without an end. */
export type Mark = { text: string; whole: boolean };

const TOKENS = /<w:p(?=[\s/>])[^>]*?(\/?)>|<\/w:p>|<w:t(?=[\s>])[^>]*>([^<]*)<\/w:t>/g;
const NEAR = 30;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The marks of a part of a letter, in their order. Word parts words as it likes, but never beyond a paragraph. */
export function marksOf(xml: string): Mark[] {
  const marks: Mark[] = [];
  // a frame holds paragraphs within a paragraph
  const open: string[] = [];
  for (const [token, closed, words] of xml.matchAll(TOKENS)) {
    if (token === '</w:p>') marks.push(...marksIn(open.pop() ?? ''));
    else if (words !== undefined) open.push((open.pop() ?? '') + words);
    else if (!closed) open.push('');
  }
  return marks;
}

function marksIn(text: string): Mark[] {
  if (!/[{}]/.test(text)) return [];
  const plain = text.replaceAll(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
  const marks: Mark[] = [];
  let rest = plain;
  for (let at = rest.search(/[{}]/); at >= 0; at = rest.search(/[{}]/)) {
    const [, inside] = /^\{([^{}]*)\}/.exec(rest.slice(at)) ?? [];
    const near = rest.slice(Math.max(0, at - NEAR / 2), at + NEAR).trim();
    marks.push(
      inside === undefined ? { text: `${rest[at]}${near}`, whole: false } : { text: inside.trim(), whole: true },
    );
    rest = rest.slice(at + (inside === undefined ? 1 : inside.length + 2));
  }
  return marks;
}
