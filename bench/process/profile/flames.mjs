/** @import { Profiler } from 'node:inspector' */

/**
 * A function beneath those that called it, with the milliseconds that it and all it called took.
 * @typedef {{ name: string, part: string, milliseconds: number, called: Map<string, Flame> }} Flame
 */

/** Parts of a drawing process by where the code lies that runs; the first that fits. */
const PARTS = /** @type {const} */ ([
  ['React and Next', /next-server|next\/dist|next_dist|react/],
  ['words, data and elements of the portal', /\.next\/server/],
  ['Prisma and the driver of PostgreSQL', /@prisma|\/pg(-[a-z]+)?\/|\/runtime\/client/],
  ['kept pages: read, marked, compressed', /\.server\//],
  ['Node', /^node:/],
]);
const COLLECTOR = 'collecting what is left over';
const ENGINE = 'the engine and the system';
const COLOURS = new Map([
  ['React and Next', '#6f9bb8'],
  ['words, data and elements of the portal', '#e0a458'],
  ['Prisma and the driver of PostgreSQL', '#8a6fb8'],
  ['kept pages: read, marked, compressed', '#5f9e6e'],
  ['Node', '#b8b3a8'],
  [COLLECTOR, '#c05a4e'],
  [ENGINE, '#8f8f8f'],
]);

/**
 * Whose work it is.
 * @param {Profiler.ProfileNode['callFrame']} frame
 */
export function partOf({ functionName, url }) {
  if (functionName === '(garbage collector)') return COLLECTOR;
  return PARTS.find(([, where]) => where.test(url))?.[0] ?? ENGINE;
}

/**
 * Time without work, and that of whoever looked on.
 * @param {Profiler.ProfileNode['callFrame']} frame
 */
const isLeftOut = ({ functionName, url }) => functionName === '(idle)' || url.endsWith('/profile/profiler.mjs');

/**
 * What a process did, as a tree; what it did not do anything in is left out.
 * @param {Profiler.Profile} profile
 * @returns {Flame}
 */
export function flameOf({ nodes, samples = [], timeDeltas = [] }) {
  const took = new Map();
  for (const [at, id] of samples.entries()) took.set(id, (took.get(id) ?? 0) + (timeDeltas[at] ?? 0) / 1_000);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const left = new Set(nodes.filter(({ callFrame }) => isLeftOut(callFrame)).map(({ id }) => id));
  /** @type {Flame} */
  const root = { name: 'all', part: ENGINE, milliseconds: 0, called: new Map() };
  const open = nodes.slice(0, 1).map(({ id }) => ({ id, into: root }));
  // whatever is put in while it is walked is walked too
  for (const { id, into } of open) {
    into.milliseconds += took.get(id) ?? 0;
    for (const child of byId.get(id)?.children ?? []) {
      const frame = byId.get(child)?.callFrame;
      if (!frame || left.has(child)) continue;
      const name = `${frame.functionName || 'unnamed'} ${frame.url.split('/').at(-1) ?? ''}`.trim();
      const flame = into.called.get(name) ?? { name, part: partOf(frame), milliseconds: 0, called: new Map() };
      into.called.set(name, flame);
      open.push({ id: child, into: flame });
    }
  }
  sumUp(root);
  return root;
}

/** @param {Flame} flame */
function sumUp(flame) {
  for (const one of flame.called.values()) flame.milliseconds += sumUp(one);
  return flame.milliseconds;
}

/**
 * Milliseconds of each part, without what it called of others; the most first.
 * @param {Flame} flame
 * @returns {[string, number][]}
 */
export function partsOf(flame) {
  /** @type {Map<string, number>} */
  const parts = new Map();
  const open = [flame];
  for (const { part, milliseconds, called } of open) {
    const below = [...called.values()];
    const own = milliseconds - below.reduce((sum, one) => sum + one.milliseconds, 0);
    parts.set(part, (parts.get(part) ?? 0) + own);
    open.push(...below);
  }
  return [...parts].sort(([, one], [, other]) => other - one);
}

const WIDTH = 960;
const ROW = 15;
const TOP = 40;
/** Narrower ones are no longer seen. */
const LEAST = 2;
const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * A flame as a picture: each bar stands on the one that called it, as wide as the time it took.
 * @param {Flame} flame
 * @param {string} title
 */
export function pictureOf(flame, title) {
  const scale = WIDTH / flame.milliseconds;
  let deepest = 0;
  /** @type {string[]} */
  const bars = [];
  const open = [{ flame, x: 0, depth: 0 }];
  for (const { flame: one, x, depth } of open) {
    const width = one.milliseconds * scale;
    if (width < LEAST) continue;
    deepest = Math.max(deepest, depth);
    const letters = Math.floor(width / 6);
    const label =
      letters > 4
        ? `<text x="${(x + 2).toFixed(1)}" y="${TOP + depth * ROW + 11}">${escaped(one.name.slice(0, letters))}</text>`
        : '';
    bars.push(
      `<rect x="${x.toFixed(1)}" y="${TOP + depth * ROW}" width="${Math.max(width - 0.3, 0.3).toFixed(1)}" height="${ROW - 1}" fill="${COLOURS.get(one.part)}"/>${label}`,
    );
    let left = x;
    for (const next of one.called.values()) {
      open.push({ flame: next, x: left, depth: depth + 1 });
      left += next.milliseconds * scale;
    }
  }
  const legend = [...COLOURS].map(([part, colour], at) => {
    const [x, y] = [(at % 4) * (WIDTH / 4), 6 + Math.floor(at / 4) * 16];
    return `<rect x="${x}" y="${y}" width="10" height="10" fill="${colour}"/><text x="${x + 14}" y="${y + 9}">${escaped(part)}</text>`;
  });
  const height = TOP + (deepest + 1) * ROW;
  const size = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="10" fill="#222"><title>${escaped(title)}</title><rect width="100%" height="100%" fill="#fff"/>${[...legend, ...bars].join('\n')}</svg>\n`;
}
