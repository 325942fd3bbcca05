import { coverStep, type HexagonTile, halos, plainFill } from '../map/hexagon';

/** Colours that a drawing says by itself: no styles go along with a picture. */
export const ink = '#2b1230';
export const [card, rule, comb, lake, lotus] = ['#fffdf7', '#d9cbb4', '#f1e7d6', '#1f5a6b', '#99226a'];

export const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

type Attributes = Record<string, string | number | undefined>;

/** One element of a drawing; what is undefined is left out, words inside are no markup. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  return inner ? `<${name}${said.join('')}>${inner}</${name}>` : `<${name}${said.join('')}/>`;
}

export const words = (text: string, attributes: Attributes) =>
  element('text', { fill: ink, ...attributes }, escaped(text));

/** The hatch of those that have not reported. */
export const hatch =
  '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45) scale(1.8)">' +
  '<rect width="6" height="6" fill="#F1E7D6"/><path d="M0 0v6" stroke="#9B8593" stroke-width="2.4"/></pattern></defs>';

/** How a place is filled and framed in its state, as on the page. */
export function lookOf({ state, percent }: Pick<HexagonTile, 'state' | 'percent'>): Attributes {
  if (state === 'not_reported') return { fill: 'url(#hatch)', stroke: '#9B8593' };
  if (state === 'no_units')
    return { fill: 'none', stroke: '#8a6f80', 'stroke-width': 1.5, 'stroke-dasharray': '3 3.5' };
  if (state === 'zero' || percent === null) return { fill: card, stroke: ink, 'stroke-width': 1.6 };
  const step = coverStep(percent);
  return { fill: plainFill[step], stroke: step === 1 ? '#CFA06A' : card };
}

/** Letters on a place: light on the dark steps, and set apart from a pattern. */
export function letterLook({ state, percent }: Pick<HexagonTile, 'state' | 'percent'>): Attributes {
  const halo = halos[state];
  const dark = state === 'some' && percent !== null && coverStep(percent) > 3;
  return {
    fill: dark ? card : ink,
    'text-anchor': 'middle',
    'font-weight': 600,
    ...(halo && { stroke: halo, 'stroke-width': 5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
  };
}
