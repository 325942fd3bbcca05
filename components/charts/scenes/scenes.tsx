import type { ReactNode } from 'react';
import type { Scene } from '@/domain/articles/scenes/scene';
import { Figure, Grower, Phone } from './figures';

const [ink, paper, pomelo, lotus, leaf, lake, clay, plum] = [
  '#2B1230',
  '#FBF5E8',
  '#F4C431',
  '#B0265F',
  '#8FBF95',
  '#86B9D6',
  '#C98F6B',
  '#6B4A86',
];
const [pale, brown, tan] = ['#E3B08C', '#B97F58', '#D9A07A'];

/** A stall: fruit, a code to pay by, and who sells. */
const Market = () => (
  <>
    <path d="M36 66v120M192 66v120" stroke={ink} strokeWidth="6" />
    <Grower x={96} y={84} skin={tan} wears={lotus} />
    <path d="M30 22h168l16 44H14Z" fill={paper} />
    <path d="M54 22h24l-4 44H44ZM102 22h24l4 44H98ZM150 22h24l14 44h-30Z" fill={lotus} />
    <path d="M30 154h168v36H30Z" fill={clay} />
    <path d="M18 140h192v16H18Z" fill={pomelo} />
    <circle cx="44" cy="128" r="14" fill={leaf} />
    <circle cx="70" cy="126" r="16" fill="#EC93AC" />
    <circle cx="58" cy="108" r="13" fill={leaf} />
    <path d="M142 88h44v52h-44Z" fill={paper} />
    <path d="M148 94h13v13h-13ZM167 94h13v13h-13ZM148 113h13v13h-13ZM168 114h6v6h-6ZM174 120h6v6h-6Z" fill={ink} />
  </>
);

/** A board with a phone on it, and those who learn. */
const Class = () => (
  <>
    <path d="M22 14h184v104H22Z" fill={clay} />
    <path d="M29 21h170v90H29Z" fill={paper} />
    <Phone x={97} y={30} />
    <path d="M44 42h36M44 60h24M44 78h32M152 42h32M152 60h22" stroke={lake} strokeWidth="6" strokeLinecap="round" />
    {[leaf, pomelo, '#EC93AC'].map((wears, at) => (
      <g key={wears} transform={`translate(${40 + at * 74} 152)`}>
        <path d="M-34 50c0-24 14-34 34-34s34 10 34 34Z" fill={wears} />
        <circle r="22" fill={[ink, '#C9C0C4', '#3B2418'][at] ?? ink} />
        {at === 1 && <circle cx="14" cy="-18" r="9" fill="#C9C0C4" />}
      </g>
    ))}
  </>
);

/** Somebody calls whom one does not know, and a sign that warns. */
const Call = () => (
  <>
    <path
      d="M38 58c-16 26-16 62 0 88M18 42c-26 38-26 82 0 120M190 42c10 14 14 30 16 44"
      fill="none"
      stroke={pomelo}
      strokeWidth="8"
      strokeLinecap="round"
    />
    <rect x="56" y="6" width="104" height="188" rx="16" fill={ink} />
    <rect x="64" y="20" width="88" height="156" rx="6" fill={paper} />
    <circle cx="108" cy="64" r="26" fill="#C9C0C4" />
    <path
      d="M100 58c0-12 17-11 17-1 0 8-9 8-9 15M108 80v.1"
      fill="none"
      stroke={ink}
      strokeWidth="6"
      strokeLinecap="round"
    />
    <path d="M78 104h60M90 118h36" stroke="#C9C0C4" strokeWidth="6" strokeLinecap="round" />
    <circle cx="88" cy="150" r="16" fill={lotus} />
    <circle cx="128" cy="150" r="16" fill={leaf} />
    <path d="M180 92l48 84h-96Z" fill={pomelo} stroke={ink} strokeWidth="6" strokeLinejoin="round" />
    <path d="M180 122v24M180 160v.1" stroke={ink} strokeWidth="9" strokeLinecap="round" />
  </>
);

/** A paper with a seal, and the phone that brings it. */
const Office = () => (
  <>
    <g transform="rotate(-7 90 100)">
      <path d="M26 16h112l22 22v146H26Z" fill={paper} />
      <path d="M138 16v22h22Z" fill={lake} />
      <path d="M46 52h62M46 76h92M46 100h80M46 124h46" stroke={lake} strokeWidth="7" strokeLinecap="round" />
      <circle cx="60" cy="156" r="20" fill={lotus} />
      <path d="M60 144l4 8 8 1-6 6 2 9-8-4-8 4 2-9-6-6 8-1Z" fill={pomelo} />
    </g>
    <rect x="134" y="58" width="82" height="138" rx="14" fill={ink} />
    <rect x="142" y="72" width="66" height="106" rx="5" fill={pomelo} />
    <path
      d="M156 126l14 15 26-32"
      fill="none"
      stroke={ink}
      strokeWidth="9"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </>
);

/** Trees that bear, and who grows them, phone in hand. */
const Garden = () => (
  <>
    <path d="M42 186V100M190 186V84" stroke={clay} strokeWidth="14" />
    <path d="M42 44a34 34 0 0 1 30 50 32 32 0 0 1-60 0 34 34 0 0 1 30-50Z" fill={leaf} />
    <path d="M190 16a40 40 0 0 1 34 60 38 38 0 0 1-70 0 40 40 0 0 1 36-60Z" fill={leaf} />
    <path d="M36 70h.1M54 92h.1M180 46h.1M202 68h.1M176 82h.1" stroke={pomelo} strokeWidth="17" strokeLinecap="round" />
    <Grower x={112} y={92} size={1.15} skin={brown} wears={plum} />
    <Phone x={128} y={120} size={0.7} />
    <path d="M-16 190h260" stroke={leaf} strokeWidth="8" strokeLinecap="round" />
  </>
);

/** Three ages beneath one roof. */
const Family = () => (
  <>
    <path d="M24 84h180v108H24Z" fill={paper} />
    <path d="M114-8 236 84l-12 14L114 20 4 98-8 84Z" fill={pomelo} />
    <path d="M150 96h38v34h-38ZM40 96h38v34H40Z" fill={lake} />
    <Figure x={70} y={112} skin={tan} hair="#C9C0C4" wears={lotus} />
    <Figure x={158} y={112} skin={brown} hair={ink} wears={plum} />
    <Figure x={114} y={136} size={0.7} skin={pale} hair="#3B2418" wears={leaf} />
    <Phone x={102} y={154} size={0.6} />
  </>
);

/** On the river, with a signal. */
const Boat = () => (
  <>
    <circle cx="186" cy="44" r="26" fill={pomelo} />
    <path d="M-10 96c40-30 78-30 112-6 30-22 70-24 136 4v14H-10Z" fill={leaf} />
    <Grower x={92} y={76} skin={tan} wears={lotus} />
    <Phone x={110} y={98} size={0.7} />
    <path d="M10 140c60 10 148 10 208 0-10 32-36 46-64 46H74c-28 0-54-14-64-46Z" fill={clay} />
    <path d="M40 86 4 186" stroke={paper} strokeWidth="7" strokeLinecap="round" />
    <path
      d="M-14 192c20-12 34-12 52 0s34 12 52 0 34-12 52 0 34 12 52 0 30-12 44-4"
      fill="none"
      stroke={lake}
      strokeWidth="8"
      strokeLinecap="round"
    />
  </>
);

/** Each is drawn within 228 by 200. Two women have a drawing of their own. */
export const sceneDrawings: Record<Exclude<Scene, 'women'>, () => ReactNode> = {
  family: Family,
  market: Market,
  class: Class,
  call: Call,
  office: Office,
  garden: Garden,
  boat: Boat,
};
