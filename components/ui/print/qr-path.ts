import { encode } from 'uqr';

/**
 * A text as a QR code: the side in modules, and the dark ones as one path, to be drawn with a line as wide as a module. Closed fields would
 * weigh twice as much.
 */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  return { size, path: data.map(rowPath).join('') };
}

function rowPath(row: boolean[], y: number): string {
  let path = '';
  let at = 0;
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    path += path ? `m${from - at} 0` : `M${from} ${y}.5`;
    at = x + 1;
    path += `h${at - from}`;
  }
  return path;
}
