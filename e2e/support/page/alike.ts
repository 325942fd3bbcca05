/**
 * In the page: marks what stands in a row and looks as two before it do, and answers how many. Two, since every other row may
 * have another ground.
 */
export function markAlike(): number {
  const OF_A_LOOK = 2;
  const STATES =
    /^(class|style|fill|stroke|type|role|hidden|disabled|open|checked|scope|data-.*|aria-(current|pressed|selected|expanded|disabled|invalid|hidden|sort))$/;
  // what gives a look: kinds, classes, colours and states
  const partLook = (part: Element) =>
    `${part.tagName} ${Array.from(part.attributes)
      .filter(({ name }) => STATES.test(name))
      .map(({ name, value }) => `${name}=${name === 'style' ? value.replace(/-?[\d.]+(?=%|px|rem)/g, '') : value}`)
      .join(' ')}`;
  const lookOf = (element: Element) => [element, ...Array.from(element.querySelectorAll('*'))].map(partLook).join('|');
  let marked = 0;
  for (const old of Array.from(document.querySelectorAll('[data-alike]'))) old.removeAttribute('data-alike');
  const goThrough = (parent: Element) => {
    const children = Array.from(parent.children);
    const seen = new Map<string, number>();
    for (const [at, child] of children.entries()) {
      const look = children.length > 2 * OF_A_LOOK ? lookOf(child) : `${at}`;
      const before = seen.get(look) ?? 0;
      seen.set(look, before + 1);
      if (before < OF_A_LOOK) goThrough(child);
      else {
        child.setAttribute('data-alike', '');
        marked++;
      }
    }
  };
  for (const main of Array.from(document.querySelectorAll('main'))) goThrough(main);
  return marked;
}
