import type { Screen } from '@/domain/guides/guide';

/** What stands on a phone of 72 by 138: pale shapes, coloured ones, and lines over both. */
type Drawn = { soft?: string; accent?: string; line: string };

const head = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0 ${r} ${r} 0 1 0-${2 * r} 0Z`;

export const screenPaths: Record<Screen, Drawn> = {
  app: {
    soft: 'M8 14h24v24H8ZM40 14h24v24H40ZM8 50h24v24H8ZM40 86h24v24H40ZM8 86h24v24H8Z',
    accent: 'M38 48h28v28H38Z',
    line: 'M45 62l5 5 9-10',
  },
  form: {
    soft: 'M8 30h56v18H8ZM8 60h56v18H8Z',
    accent: 'M8 94h56v20H8Z',
    line: 'M8 18h30M14 39h22M14 69h.1M22 69h.1M30 69h.1M38 69h.1M30 104h12',
  },
  code: {
    soft: 'M6 42h12v20H6ZM22 42h12v20H22ZM38 42h12v20H38ZM54 42h12v20H54Z',
    accent: `${head(12, 52, 4)}${head(28, 52, 4)}`,
    line: 'M16 22h40M18 84h.1M36 84h.1M54 84h.1M18 100h.1M36 100h.1M54 100h.1M36 116h.1',
  },
  scan: {
    soft: 'M8 108h56v16H8Z',
    accent: 'M20 26h14v14H20ZM42 26h10v10H42ZM20 62h12v12H20ZM42 46h6v8h-6ZM48 62h6v12h-6ZM34 50h5v8h-5Z',
    line: 'M8 30V14h16M48 14h16v16M64 74v16H48M24 90H8V74',
  },
  list: {
    soft: 'M8 100h14v14H8Z',
    accent: 'M8 16h14v14H8ZM8 44h14v14H8ZM8 72h14v14H8Z',
    line: 'M30 23h32M30 51h32M30 79h32M30 107h20M12 23l2 2 4-4M12 51l2 2 4-4M12 79l2 2 4-4',
  },
  chat: {
    soft: 'M8 14h42v26H22l-8 8v-8H8Z',
    accent: 'M22 58h42v26h-6v8l-8-8H22Z',
    line: 'M15 23h28M15 31h16M29 67h28M29 75h14M8 120h42M58 114l7 6-7 6',
  },
  call: {
    soft: `${head(18, 112, 11)}${head(54, 112, 11)}`,
    accent: head(36, 46, 24),
    line: `${head(36, 40, 8)}M22 62c2-9 8-11 14-11s12 2 14 11M13 112h10M50 108l8 8M58 108l-8 8M24 86h24`,
  },
  link: {
    soft: 'M6 16h60v52H6Z',
    accent: 'M14 48h44v9H14Z',
    line: 'M14 28h44M14 37h30M18 84l36 36M54 84l-36 36',
  },
  warning: { accent: 'M36 20 68 80H4Z', line: 'M36 42v18M36 69v.1M10 98h52M18 112h36' },
  done: { accent: head(36, 52, 27), line: 'M23 53l9 9 17-19M14 100h44M22 114h28' },
  search: {
    soft: 'M6 14h60v20H6Z',
    accent: 'M8 106h30v16H8Z',
    line: `${head(17, 23, 5)}M21 27l4 4M8 52h52M8 63h34M8 82h52M8 93h40`,
  },
  picture: {
    soft: 'M6 14h60v62H6Z',
    accent: 'M6 76l20-28 14 18 9-9 17 19Z',
    line: `${head(50, 32, 6)}${head(36, 106, 12)}${head(36, 106, 6)}`,
  },
  paper: {
    soft: 'M10 12h38l14 14v92H10Z',
    accent: 'M19 92h18v14H19Z',
    line: 'M48 12v14h14M19 40h34M19 53h34M19 66h24M19 79h34',
  },
  face: {
    accent: 'M18 56c0-18 8-28 18-28s18 10 18 28-8 30-18 30-18-12-18-30Z',
    line: 'M22 16H8v14M50 16h14v14M64 88v14H50M22 102H8V88M29 54h.1M43 54h.1M29 67c4 5 10 5 14 0M18 120h36',
  },
  amount: {
    soft: 'M6 16h60v28H6Z',
    accent: 'M8 102h56v20H8Z',
    line: 'M14 30h12M34 30h10M50 30h10M18 62h.1M36 62h.1M54 62h.1M18 76h.1M36 76h.1M54 76h.1M36 90h.1M28 112h16',
  },
  parcel: {
    soft: 'M14 112h44v10H14Z',
    accent: 'M8 44l28-16 28 16v40L36 100 8 84Z',
    line: 'M8 44l28 16 28-16M36 60v40M22 36l28 16v12',
  },
  name: {
    soft: 'M10 82c2-20 13-27 26-27s24 7 26 27Z',
    accent: head(36, 36, 15),
    line: 'M14 98h44M22 112h28M30 36h.1M42 36h.1M31 43c3 3 7 3 10 0',
  },
  ledger: {
    soft: 'M6 14h60v108H6Z',
    accent: 'M46 36h16v12H46ZM46 80h16v12H46Z',
    line: 'M6 30h60M6 52h60M6 74h60M6 96h60M42 14v108M12 42h20M12 64h14M12 86h22M12 108h16',
  },
};
