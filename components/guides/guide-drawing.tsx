import type { SVGProps } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Drawing } from '@/domain/guides/guide';
import { screenPaths } from './screens';

const ink = '#2B1230';

/** Pale ground, its deeper shade, and what stands out on a phone; by what a guide is about. */
type Shade = { pale: string; deep: string; accent: string; sleeve: string; skin: string };
const shades = {
  lotus: { pale: '#F9DDE4', deep: '#F1BFCC', accent: '#EC93AC', sleeve: '#920C48', skin: '#D9A07A' },
  rubber: { pale: '#DDEBD8', deep: '#BFD8B8', accent: '#8FBF95', sleeve: '#2F7A4E', skin: '#B97F58' },
  lake: { pale: '#D9E8F0', deep: '#B5D2E2', accent: '#86B9D6', sleeve: '#1F6E9E', skin: '#E3B08C' },
  basalt: { pale: '#F6DDCC', deep: '#EDC0A2', accent: '#E29A70', sleeve: '#82300E', skin: '#C98F6B' },
  pomelo: { pale: '#FBEDB9', deep: '#F4DC84', accent: '#F4C431', sleeve: '#6B4A86', skin: '#DDAA86' },
} as const satisfies Record<string, Shade>;

const shadeOfTopic: Record<string, keyof typeof shades> = {
  'online-public-services': 'lake',
  'cashless-payment': 'rubber',
  'scams-and-safety': 'basalt',
  'ai-tools': 'pomelo',
  'business-online': 'lotus',
  ocop: 'rubber',
  'verified-information': 'lake',
};

type DrawingProps = {
  drawing: Drawing;
  /** code of the topic, which decides the colours */
  topic: string | undefined;
  /** its place among others: neighbours hold the phone in another way */
  at: number;
  className?: string;
};

/** A phone, a hand, and beside them what the step is about, before two circles that touch. The words beside it say it all. */
export const GuideDrawing = ({ className = '', ...drawn }: DrawingProps) => (
  <svg viewBox="0 0 320 200" className={`block w-full [print-color-adjust:exact] ${className}`} aria-hidden="true">
    <GuideShapes {...drawn} />
  </svg>
);

type ShapesProps = Omit<DrawingProps, 'className'> & {
  /** how the sign beside the phone is drawn where no page says it */
  sign?: SVGProps<SVGGElement>;
};

/** The same within another drawing, 320 by 200. */
export function GuideShapes({ drawing: { screen, beside }, topic = '', at, sign }: ShapesProps) {
  const shade = shades[shadeOfTopic[topic] ?? 'lotus'];
  const mirrored = at % 2 === 1;
  const { soft, accent, line } = screenPaths[screen];
  const x = mirrored ? 40 : 220;
  return (
    <>
      <circle cx="116" cy="100" r="92" fill={shade.pale} />
      <circle cx="204" cy="100" r="92" fill={shade.pale} />
      <path d="M160 19.2a92 92 0 0 1 0 161.6 92 92 0 0 1 0-161.6Z" fill={shade.deep} />
      <g transform={mirrored ? 'translate(320 0) scale(-1 1)' : undefined}>
        {at % 3 === 2 ? <PointingHand {...shade} /> : <HoldingHand {...shade} />}
      </g>
      <g transform={`rotate(${mirrored ? 5 : -5} 160 100)`}>
        <rect x="118" y="15" width="84" height="166" rx="12" fill={ink} />
        <rect x="124" y="25" width="72" height="138" rx="4" fill="#FFFDF7" />
        <g transform="translate(124 25)" strokeLinecap="round" strokeLinejoin="round">
          {soft && <path d={soft} fill={shade.pale} />}
          {accent && <path d={accent} fill={shade.accent} />}
          <path d={line} fill="none" stroke={ink} strokeWidth="3.4" />
        </g>
      </g>
      <g transform={mirrored ? 'translate(320 0) scale(-1 1)' : undefined}>
        {at % 3 === 2 ? <Finger {...shade} /> : <Thumb {...shade} />}
      </g>
      <g transform={`translate(${x} ${at % 4 < 2 ? 38 : 92})`}>
        <path d="M30-2 62 16v36L30 70-2 52V16Z" fill="#F4C431" />
        <g transform="translate(10 14)" color={ink} {...sign}>
          <Icon name={beside} size={40} />
        </g>
      </g>
    </>
  );
}

/** Behind the phone: a palm and its sleeve, from below. */
const HoldingHand = ({ skin, sleeve }: Shade) => (
  <>
    <path d="M96 200c2-26 12-44 30-52l60 10c10 12 14 26 14 42Z" fill={skin} />
    <path d="M86 200c0-8 3-16 8-22l112 4c4 6 6 12 6 18Z" fill={sleeve} />
  </>
);

/** Before it: the thumb that lies on its edge. */
const Thumb = ({ skin }: Shade) => (
  <path d="M112 176c-4-22 0-44 12-56 7-6 14 0 11 8-6 14-4 26 4 44Z" fill={skin} stroke="#FFFDF7" strokeWidth="1.5" />
);

const PointingHand = ({ sleeve }: Shade) => <path d="M20 200c4-24 22-40 46-44l22 44Z" fill={sleeve} />;

/** A hand that comes from the side and taps the screen. */
const Finger = ({ skin }: Shade) => (
  <path
    d="M58 164c12-12 28-20 44-26l42-22c9-4 16 7 8 13l-32 22c6 2 8 10 3 14 3 6 0 12-6 14 0 8-8 12-18 12l-30 8Z"
    fill={skin}
    stroke="#FFFDF7"
    strokeWidth="1.5"
  />
);
