import { type Look, Woman } from './woman';

/** A woman and the ground that her blouse would vanish on. */
type Cast = Look & { wears?: string };

const young: Cast = {
  wears: 'lotus',
  skin: '#D9A07A',
  neck: '#C99270',
  hair: '#2B1230',
  style: 'bun',
  blouse: '#B0265F',
  sleeve: '#97204F',
};
const elder: Cast = {
  wears: 'rubber',
  skin: '#C98F6B',
  neck: '#B98361',
  hair: '#8F8590',
  style: 'bun',
  blouse: '#2F7A4E',
  sleeve: '#276843',
  scarf: true,
};
const veiled: Cast = {
  wears: 'lake',
  skin: '#B97F58',
  neck: '#A97350',
  hair: '#1F6E9E',
  style: 'headscarf',
  blouse: '#124C74',
  sleeve: '#0E3F60',
};
const seated: Cast = {
  skin: '#E3B08C',
  neck: '#D09E7C',
  hair: '#3B2418',
  style: 'bob',
  blouse: '#E8B23A',
  sleeve: '#C9952A',
  wheelchair: true,
};
const grower: Cast = {
  wears: 'plum',
  skin: '#B97F58',
  neck: '#A97350',
  hair: '#2B1230',
  style: 'hat',
  blouse: '#6B4A86',
  sleeve: '#5A3D72',
  scarf: true,
};
const reader: Cast = {
  wears: 'lotus',
  skin: '#DDAA86',
  neck: '#CB9A78',
  hair: '#C9C0C4',
  style: 'bob',
  blouse: '#B0265F',
  sleeve: '#97204F',
  glasses: true,
};
const plaited: Cast = {
  skin: '#C98F6B',
  neck: '#B98361',
  hair: '#241019',
  style: 'plait',
  blouse: '#E8B23A',
  sleeve: '#C9952A',
};

/** One who knows and one who learns: ages, clothes and skins differ. */
const pairs: readonly (readonly [Cast, Cast])[] = [
  [young, elder],
  [veiled, seated],
  [plaited, { ...reader, wheelchair: true }],
  [young, { ...grower, wears: 'rubber', blouse: '#2F7A4E', sleeve: '#276843' }],
  [veiled, grower],
  [plaited, elder],
  [veiled, reader],
];

/** The same piece always has the same two, the next one others; none wears the ground. */
export function pairOf(ground: string, piece: string): readonly [Look, Look] {
  const fitting = pairs.filter((pair) => pair.every(({ wears }) => wears !== ground));
  const sum = Array.from(piece).reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return fitting[sum % fitting.length] ?? [young, elder];
}

type TwoWomenProps = { ground: string; piece: string; check: string; x: number; y: number; scale: number };

/** Two women and one phone, in a circle of light. `check` names the pattern of the khăn rằn. */
export function TwoWomen({ ground, piece, check, x, y, scale }: TwoWomenProps) {
  const [left, right] = pairOf(ground, piece);
  return (
    <>
      <defs>
        <pattern id={check} width="16" height="16" patternUnits="userSpaceOnUse">
          <path d="M0 0h16v16H0Z" fill="#FBF5E8" />
          <path d="M0 0h8v16H0Z" fill="#3A1742" opacity=".62" />
          <path d="M0 0h16v8H0Z" fill="#3A1742" opacity=".62" />
        </pattern>
      </defs>
      <g transform={`translate(${x} ${y}) scale(${scale})`}>
        <circle cx="114" cy="100" r="118" fill="#F4C431" opacity=".16" />
        <circle cx="114" cy="100" r="74" fill="#F4C431" opacity=".2" />
        <Woman look={left} check={check} />
        <g transform="translate(228 6) scale(-1 1)">
          <Woman look={right} check={check} />
        </g>
        <rect x="92" y="92" width="46" height="80" rx="9" fill="#2B1230" />
        <rect x="97" y="99" width="36" height="63" rx="4" fill="#F4C431" />
        <g transform="translate(115 130) scale(.62)" stroke="#2B1230" strokeWidth="4" fill="none">
          <circle cx="-8" r="14" />
          <circle cx="8" r="14" />
        </g>
        <path
          d="M-62 186C-34 196 40 190 92 160"
          stroke={left.sleeve}
          strokeWidth="34"
          fill="none"
          strokeLinecap="round"
        />
        <circle cx="93" cy="158" r="15" fill={left.skin} />
        <path
          d="M292 190C262 198 190 190 142 146"
          stroke={right.sleeve}
          strokeWidth="34"
          fill="none"
          strokeLinecap="round"
        />
        <circle cx="140" cy="143" r="14" fill={right.skin} />
      </g>
    </>
  );
}
