type Position = [number, number];

/** A made-up line of small steps between two places, the same from both ends. */
function bentLine([x, y]: Position, [toX, toY]: Position): Position[] {
  const steps = 12;
  const turned = x + y > toX + toY;
  const line = Array.from({ length: steps + 1 }, (_, at): Position => {
    const share = (turned ? steps - at : at) / steps;
    const bend = at === 0 || at === steps ? 0 : Math.sin(share * Math.PI * 6) * 0.004;
    const [fromX, fromY, dX, dY] = turned ? [toX, toY, x - toX, y - toY] : [x, y, toX - x, toY - y];
    return [fromX + dX * share + (dX === 0 ? bend : 0), fromY + dY * share + (dY === 0 ? bend : 0)];
  });
  return line.slice(0, -1);
}

const SIDE = 0.1;
const corner = (column: number, row: number): Position => [106.8 + column * SIDE, 10.8 + row * SIDE];

/** The closed line around one field of a board, anticlockwise, with bends that it shares with the fields beside it. */
export function fieldOf(at: number, columns = 10): Position[] {
  const [column, row] = [at % columns, Math.floor(at / columns)];
  const corners = [corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1)];
  const around = corners.flatMap((from, turn) => bentLine(from, corners[(turn + 1) % 4] ?? from));
  return [...around, around[0] ?? corner(column, row)];
}

/** Made-up boundaries: a board on which each code has one field. */
export const boundaryText = (codes: readonly string[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: codes.map((code, at) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'Polygon', coordinates: [fieldOf(at)] },
    })),
  });
