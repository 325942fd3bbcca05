import { encode } from 'uqr';

/** Modules of quiet around the code that readers need. */
const QUIET = 4;

/** A QR code as one path: sharp at any size, on screen and on paper. `label` says what it is to who cannot see it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const side = size + 2 * QUIET;
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="w-full max-w-52 bg-white"
    >
      <path d={path} className="fill-black" />
    </svg>
  );
}
