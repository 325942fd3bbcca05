/**
 * In the page: marks what looks as two before it do, and all within it. A look is that of a part and all around it, in a
 * drawing of what lies beside it too.
 */
export function markAlike(): void {
  const OF_A_LOOK = 2;
  const DRAWN_BESIDE_MAX = 12;
  const STATES =
    /^(class|style|fill|stroke|type|role|hidden|disabled|open|checked|scope|data-.*|aria-(current|pressed|selected|expanded|disabled|invalid|hidden|sort))$/;
  const looks = new Map<string, number>();
  const seen = new Map<number, number>();
  const lookOf = (part: Element) => {
    const states = Array.from(part.attributes).filter(({ name }) => STATES.test(name) && name !== 'data-alike');
    // a bar is as wide as its figure
    const said = ({ name, value }: Attr) =>
      `${name}=${name === 'style' ? value.replace(/-?[\d.]+(?=%|px|rem)/g, '') : value}`;
    return `${part.tagName} ${states.map(said).join(' ')}`;
  };
  const besideOf = (part: Element) => {
    const beside = Array.from(part.parentElement?.children ?? []);
    if (!part.closest('svg') || part.tagName === 'svg') return '';
    return beside.length > DRAWN_BESIDE_MAX ? String(beside.indexOf(part)) : beside.map(lookOf).join(',');
  };
  const isAlike = (part: Element, around: number): boolean => {
    const words = `${around} ${lookOf(part)} ${besideOf(part)}`;
    const look = looks.get(words) ?? looks.size;
    looks.set(words, look);
    const before = seen.get(look) ?? 0;
    seen.set(look, before + 1);
    const within = Array.from(part.children).filter((child) => isAlike(child, look));
    if (before >= OF_A_LOOK && within.length === part.children.length) return true;
    for (const child of within)
      for (const part of [child, ...Array.from(child.querySelectorAll('*'))]) part.setAttribute('data-alike', '');
    return false;
  };
  for (const old of Array.from(document.querySelectorAll('[data-alike]'))) old.removeAttribute('data-alike');
  isAlike(document.body, -1);
}
