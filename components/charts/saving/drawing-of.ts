import type { Drawing } from './saved-svg';

/** What a drawing is told by the styles of its page, and must say by itself where there are none. */
const told = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'vector-effect',
] as const;

const isShown = (element: Element) => getComputedStyle(element).display !== 'none';

/** The drawings that are seen within an element; marks and icons beside them are none. */
export const drawingsIn = (place: Element): SVGSVGElement[] =>
  [...place.querySelectorAll('svg')].filter(
    (svg) => isShown(svg) && svg.getBoundingClientRect().width > 120 && !svg.parentElement?.closest('svg'),
  );

/** A drawing of the page as it looks there, with its colours and letters written into it, without its links and, where `data-saved` says other words, without names. */
export function drawingOf(svg: SVGSVGElement, caption: string | undefined): Drawing {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [...svg.querySelectorAll<SVGElement>('*')];
  const copies = [...copy.querySelectorAll<SVGElement>('*')];
  for (const [at, original] of originals.entries()) inline(original, copies[at]);
  for (const link of copy.querySelectorAll('a')) {
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    const moved = link.getAttribute('transform');
    if (moved) group.setAttribute('transform', moved);
    group.append(...link.childNodes);
    link.replaceWith(group);
  }
  const box = svg.viewBox.baseVal;
  const shown = svg.getBoundingClientRect();
  const drawn = box && box.width > 0 ? box : { x: 0, y: 0, width: shown.width, height: shown.height };
  const serializer = new XMLSerializer();
  return {
    inner: [...copy.childNodes].map((node) => serializer.serializeToString(node)).join(''),
    x: drawn.x,
    y: drawn.y,
    width: drawn.width,
    height: drawn.height,
    ...(caption && { caption }),
  };
}

function inline(original: SVGElement, copy: SVGElement | undefined) {
  // a shape that many tiles are drawn from has no colours of its own: it would take theirs
  if (!copy || original.closest('defs')) return;
  const style = getComputedStyle(original);
  if (style.display === 'none') return copy.setAttribute('display', 'none');
  for (const name of told) {
    const value = style.getPropertyValue(name);
    if (value) copy.setAttribute(name, value);
  }
  const unnamed = original.getAttribute('data-saved');
  if (unnamed !== null) copy.textContent = unnamed;
  copy.removeAttribute('data-saved');
  copy.removeAttribute('class');
  copy.removeAttribute('style');
}
