/**
 * An element as JSON: its name, what it carries, what is in it. Text is a string.
 * @typedef {string | [name: string, attributes: Record<string, string | boolean>, children: Node[]]} Node
 */

const PART =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([\w-]+)>|<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/gi;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** @type {Record<string, string>} */
const SIGNS = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** @param {string} text */
const plain = (text) => text.replace(/&(amp|lt|gt|quot|#x27);/g, (sign) => SIGNS[sign] ?? sign);

/** @param {string} text */
const attributesOf = (text) =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value]) => [name, value === undefined ? true : plain(value)]),
  );

/**
 * What a page's body holds, of HTML as React writes it: every element is closed, every value in quotes.
 * @param {string} html
 */
export function treeOf(html) {
  const body = html.slice(html.indexOf('>', html.indexOf('<body')) + 1, html.lastIndexOf('</body>'));
  /** @type {Node[]} */
  const top = [];
  const open = [top];
  for (const [part, closed, name, attributes = ''] of body.replace(/<script[\s\S]*?<\/script>/g, '').matchAll(PART)) {
    const inside = open.at(-1) ?? top;
    if (closed) open.pop();
    else if (name) {
      /** @type {Node[]} */
      const children = [];
      inside.push([name, attributesOf(attributes), children]);
      if (!VOID.has(name.toLowerCase()) && !part.endsWith('/>')) open.push(children);
    } else if (!part.startsWith('<!')) inside.push(plain(part));
  }
  return top;
}

/**
 * Every element of this name below these, in the order of the page.
 * @param {Node[]} nodes
 * @param {RegExp} name
 * @returns {Exclude<Node, string>[]}
 */
export const elementsOf = (nodes, name) =>
  nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return [...(name.test(node[0]) ? [node] : []), ...elementsOf(node[2], name)];
  });

/** @param {Node[]} nodes */
const textOf = (nodes) => nodes.filter((node) => typeof node === 'string').join('');

/**
 * What a browser without scripts would send for a field; undefined where it sends nothing.
 * @param {Exclude<Node, string>} field
 */
function sentFor([kind, { type = '', value = '', checked = false }, children]) {
  if (/^(submit|file|button)$/.test(String(type))) return undefined;
  if (/^(checkbox|radio)$/.test(String(type)) && checked === false) return undefined;
  if (kind === 'textarea') return textOf(children);
  if (kind !== 'select') return value === true ? '' : String(value);
  const options = elementsOf(children, /^option$/);
  const chosen = options.find(([, attributes]) => 'selected' in attributes) ?? options[0];
  return chosen && String(chosen[1].value ?? textOf(chosen[2]));
}

/**
 * The forms of a page that change something, each with what a browser would send of it as it stands.
 * @param {string} html
 */
export const formsOf = (html) =>
  elementsOf(treeOf(html), /^form$/)
    .filter(([, { method = '' }]) => /^post$/i.test(String(method)))
    .map(([, , children]) => {
      const sent = new FormData();
      for (const field of elementsOf(children, /^(input|textarea|select)$/)) {
        const value = field[1].name ? sentFor(field) : undefined;
        if (value !== undefined) sent.append(String(field[1].name), value);
      }
      return sent;
    });
