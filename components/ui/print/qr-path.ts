import { encode } from 'uqr';

/**
 * A text as a QR code: the side in modules, and the dark ones as one path, to be drawn with a line as wide as a module. Closed fields would
 * weigh twice as much.
 */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  return { size, path: pathOf(data) };
}

/** From each dark run to the next: a step is written alike in every row, a place would be another one each time. */
function pathOf(rows: boolean[][]): string {
  let [path, atX, atY] = ['', 0, 0];
  for (const [y, row] of rows.entries())
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      path += path ? `m${from - atX} ${y - atY}` : `M${from} ${y}.5`;
      [atX, atY] = [x + 1, y];
      path += `h${atX - from}`;
    }
  return path;
}
