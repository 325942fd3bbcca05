import { qrPath } from './qr-path';

/** Modules of quiet around the code that readers need. */
const QUIET = 4;

/** A QR code as one path: sharp at any size, on screen and on paper. `label` says what it is to who cannot see it. */
export function QrCode({ text, label, className }: { text: string; label: string; className: string }) {
  const { size, path } = qrPath(text);
  const side = size + 2 * QUIET;
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={`bg-white ${className}`}
    >
      <path d={path} stroke="#000" />
    </svg>
  );
}
