/** People of a scene, small and flat: what they wear tells them apart. */
type FigureProps = { x: number; y: number; size?: number; skin: string; hair: string; wears: string };

/** From the front, to the hips. */
export const Figure = ({ x, y, size = 1, skin, hair, wears }: FigureProps) => (
  <g transform={`translate(${x} ${y}) scale(${size})`}>
    <circle cy="-2" r="21" fill={hair} />
    <path d="M-34 80c0-34 12-50 34-50s34 16 34 50Z" fill={wears} />
    <path d="M-9 14H9v18c-4 6-14 6-18 0Z" fill={skin} />
    <path d="M-16-6C-4-10 6-12 16-4c1 14-6 25-16 25S-16 10-16-6Z" fill={skin} />
  </g>
);

/** The same beneath a nón lá. */
export const Grower = ({ x, y, size = 1, skin, wears }: Omit<FigureProps, 'hair'>) => (
  <>
    <Figure x={x} y={y} size={size} skin={skin} hair="#2B1230" wears={wears} />
    <path
      transform={`translate(${x} ${y}) scale(${size})`}
      d="M-40-6C-24-16-10-30 0-42 10-30 24-16 40-6c-22 8-58 8-80 0Z"
      fill="#F6E3B4"
    />
  </>
);

/** A phone that shows two circles that touch. */
export const Phone = ({ x, y, size = 1 }: { x: number; y: number; size?: number }) => (
  <g transform={`translate(${x} ${y}) scale(${size})`}>
    <rect width="40" height="70" rx="8" fill="#2B1230" />
    <rect x="5" y="7" width="30" height="54" rx="3" fill="#F4C431" />
    <path
      d="M9 34a6 6 0 1 0 12 0 6 6 0 1 0-12 0ZM19 34a6 6 0 1 0 12 0 6 6 0 1 0-12 0Z"
      fill="none"
      stroke="#2B1230"
      strokeWidth="3"
    />
  </g>
);
