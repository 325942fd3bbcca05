import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const coloursIn = (sheet: string) =>
  new Map(
    [...sheet.matchAll(/--color-([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\b/gi)].map(([, name = '', hex = '']) => [name, hex]),
  );

const colours = coloursIn(readFileSync('components/ui/styles/theme.css', 'utf8'));

/** What a dark room changes: the colours of the projector, but for those that its map and legend keep. */
const [, inTheDark = ''] = readFileSync('components/ui/styles/projector.css', 'utf8').split('data-room="dark"] {');
const dark = new Map([...colours, ...coloursIn(inTheDark.slice(0, inTheDark.indexOf('.honeycomb')))]);

/** Text and the grounds it stands on, as the visual language lists them: AAA, so that it reads in the sun too. */
const texts: Record<string, string[]> = {
  ink: [
    'cover-1',
    'cover-2',
    'cover-3',
    'paper',
    'paper-deep',
    'desk',
    'card',
    'pomelo',
    'pomelo-soft',
    'pomelo-stripe',
    'lotus-mist',
    'basalt-mist',
  ],
  'ink-2': ['paper', 'paper-deep', 'desk', 'card', 'pomelo-soft', 'gap'],
  lotus: ['paper', 'paper-deep', 'desk', 'card'],
  'lotus-deep': ['lotus-soft', 'paper'],
  basalt: ['paper', 'paper-deep', 'desk', 'card', 'basalt-mist'],
  'basalt-deep': ['basalt-soft'],
  rubber: ['paper', 'desk', 'card', 'gap', 'rubber-soft'],
  'rubber-deep': ['rubber-soft'],
  lake: ['paper', 'desk', 'card', 'lake-soft'],
  'lake-deep': ['lake-soft'],
  'pomelo-text': ['paper', 'card', 'pomelo-soft'],
  'pomelo-ink': ['pomelo-soft'],
  card: ['lotus', 'lotus-deep', 'rubber', 'ink', 'cover-4', 'cover-5'],
  paper: ['plum'],
  blossom: ['plum'],
  pomelo: ['plum'],
};

/** What is seen but not read, such as the border of a field: 3:1. */
const shapes: Record<string, string[]> = {
  'ink-line': ['card', 'paper', 'desk'],
  'lake-mid': ['card', 'paper'],
  'lotus-bright': ['card', 'paper'],
};

test('every text stands out from its ground by at least 7:1', () => {
  expect(pairsBelow(texts, 7)).toEqual([]);
});

test('every border and shape that means something stands out by at least 3:1', () => {
  expect(pairsBelow(shapes, 3)).toEqual([]);
});

/** In a dark room: what is read on the ground, on a control, on a marked row and on the mark of what is made up. */
const darkTexts: Record<string, string[]> = {
  ink: ['desk', 'card', 'paper-deep', 'gap', 'pomelo-soft', 'pomelo-stripe'],
  'ink-2': ['desk', 'card', 'gap'],
  lotus: ['desk', 'card', 'gap'],
  basalt: ['desk', 'gap'],
  rubber: ['desk', 'gap'],
  card: ['lotus'],
};

test('in a dark room every text of the projector stands out from its ground by at least 7:1, and borders by 3:1', () => {
  expect(dark.get('desk')).not.toBe(colours.get('desk'));
  expect(pairsBelow(darkTexts, 7, dark)).toEqual([]);
  expect(pairsBelow({ 'ink-line': ['desk', 'card'], rubber: ['card'] }, 3, dark)).toEqual([]);
});

test('a tick stands out from its box by at least 3:1, in a bright and in a dark room', () => {
  const forms = readFileSync('components/ui/styles/forms.css', 'utf8');
  const ground = /&:checked \{[^}]*background-color: var\(--color-([a-z-]+)\)/.exec(forms)?.[1] ?? '';
  const inDark =
    /\.choice > input:checked \{\s*background-color: var\(--color-([a-z-]+)\)/.exec(inTheDark)?.[1] ?? ground;
  const tick = `#${/&:checked[^}]*stroke='%23([0-9A-F]{6})'/.exec(forms)?.[1]}`;
  expect(pairsBelow({ tick: [ground] }, 3, new Map([...colours, ['tick', tick]]))).toEqual([]);
  expect(pairsBelow({ tick: [inDark] }, 3, new Map([...dark, ['tick', tick]]))).toEqual([]);
});

test('the five steps of coverage grow darker, with room between the pale and the dark ones for legible numbers', () => {
  const steps = [1, 2, 3, 4, 5].map((step) => luminance(`cover-${step}`));
  expect(steps).toEqual([...steps].sort((one, other) => other - one));
  expect(contrast('cover-3', 'cover-4')).toBeGreaterThan(2.5);
});

function pairsBelow(pairs: Record<string, string[]>, least: number, among = colours): string[] {
  return Object.entries(pairs).flatMap(([text, grounds]) =>
    grounds
      .filter((ground) => contrast(text, ground, among) < least)
      .map((ground) => `${text} on ${ground}: ${contrast(text, ground, among).toFixed(2)}`),
  );
}

/** The contrast ratio of WCAG 2.2, between 1 and 21. */
function contrast(one: string, other: string, among = colours): number {
  const [light = 0, dark = 0] = [luminance(one, among), luminance(other, among)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(name: string, among = colours): number {
  const hex = among.get(name);
  if (!hex) throw new Error(`components/ui/styles/theme.css has no colour --color-${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
