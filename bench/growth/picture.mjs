/**
 * What one thing costs with a tenth, as many and ten times as many members; undefined where it was not measured.
 * @typedef {{ title: string, unit: string, values: (number | undefined)[] }} Growth
 */

const WIDTH = 720;
const ROW = 46;
const LABEL = 250;
const BAR = 11;
const SHADES = ['#c9d6df', '#6f9bb8', '#1f5f8b'];

const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * One bar for each size, as long as its share of the longest in the row.
 * @param {Growth} growth
 * @param {number} row
 */
function rowOf({ title, unit, values }, row) {
  const top = 40 + row * ROW;
  const longest = Math.max(...values.map((value) => value ?? 0), Number.MIN_VALUE);
  const bars = values.flatMap((value, at) => {
    if (value === undefined) return [];
    const y = top + at * (BAR + 2);
    const width = Math.max(((WIDTH - LABEL - 110) * value) / longest, 1).toFixed(1);
    const said = `${value.toPrecision(3)} ${unit}`;
    return [
      `<rect x="${LABEL}" y="${y}" width="${width}" height="${BAR}" fill="${SHADES[at]}"/>`,
      `<text x="${LABEL + Number(width) + 6}" y="${y + BAR - 2}">${escaped(said)}</text>`,
    ];
  });
  return [`<text x="0" y="${top + BAR + 10}">${escaped(title)}</text>`, ...bars].join('');
}

/**
 * How cost grows, as a picture for bench/README.md.
 * @param {number[]} sizes
 * @param {Growth[]} growths
 */
export function pictureOf(sizes, growths) {
  const height = 40 + growths.length * ROW;
  const legend = sizes.map((size, at) => {
    const x = LABEL + at * 150;
    const words = `${size.toLocaleString('en')} members`;
    return `<rect x="${x}" y="10" width="${BAR}" height="${BAR}" fill="${SHADES[at]}"/><text x="${x + 17}" y="20">${words}</text>`;
  });
  const style = 'font-family="sans-serif" font-size="12" fill="#222"';
  const size = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${style}><title>How cost grows</title><rect width="100%" height="100%" fill="#fff"/>${[...legend, ...growths.map(rowOf)].join('\n')}</svg>\n`;
}

/**
 * The same as a table in Markdown, with how many times as much the most members cost as the fewest.
 * @param {number[]} sizes
 * @param {Growth[]} growths
 */
export function growthTable(sizes, growths) {
  const heads = ['what', ...sizes.map((size) => `${size.toLocaleString('en')} members`), 'last ÷ first'];
  const rows = growths.map(({ title, unit, values }) => {
    const [first, last] = [values[0], values.at(-1)];
    const times = first && last ? `×${(last / first).toFixed(1)}` : '–';
    return [title, ...values.map((value) => (value === undefined ? '–' : `${value.toPrecision(3)} ${unit}`)), times];
  });
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line), ''].join('\n');
}
