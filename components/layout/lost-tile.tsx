const width = 92;
const radius = width / Math.sqrt(3);

const corners = (x: number, y: number) =>
  [90, 30, -30, -90, -150, 150]
    .map((angle) => {
      const turn = (angle * Math.PI) / 180;
      return `${(x + (radius - 3) * Math.cos(turn)).toFixed(1)},${(y + (radius - 3) * Math.sin(turn)).toFixed(1)}`;
    })
    .join(' ');

const rows = [
  { y: 0, from: 0.5, tiles: ['fill-comb', 'fill-comb', 'fill-cover-3'] },
  { y: 1, from: 0, tiles: ['fill-cover-4', 'fill-comb', 'lost', 'fill-comb'] },
  { y: 2, from: 0.5, tiles: ['fill-comb', 'fill-cover-5', 'fill-comb'] },
] as const;

/** A honeycomb from which one tile is missing. Says nothing that the words do not. */
export function LostTile() {
  return (
    <svg viewBox={`-50 -58 ${width * 4 + 8} 276`} aria-hidden="true" className="mx-auto w-full max-w-[26rem]">
      {rows.flatMap(({ y, from, tiles }) =>
        tiles.map((look, at) => {
          const points = corners((from + at) * width, y * radius * 1.5);
          return look === 'lost' ? (
            <polygon
              key={points}
              points={points}
              className="fill-card stroke-ink-line"
              strokeWidth="3"
              strokeDasharray="7 7"
            />
          ) : (
            <polygon key={points} points={points} className={look} />
          );
        }),
      )}
      <circle cx={2 * width - 11} cy={1.5 * radius} r="17" fill="none" className="stroke-lotus" strokeWidth="4" />
      <circle
        cx={2 * width + 11}
        cy={1.5 * radius}
        r="17"
        fill="none"
        className="stroke-lotus"
        strokeWidth="4"
        strokeDasharray="5 6"
      />
    </svg>
  );
}
