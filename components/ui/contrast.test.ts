import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync('components/ui/styles/theme.css', 'utf8');
const colours = new Map(
  [...sheet.matchAll(/--color-([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\b/gi)].map(([, name, hex]) => [name, hex]),
);

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

test('the five steps of coverage grow darker, with room between the pale and the dark ones for legible numbers', () => {
  const steps = [1, 2, 3, 4, 5].map((step) => luminance(`cover-${step}`));
  expect(steps).toEqual([...steps].sort((one, other) => other - one));
  expect(contrast('cover-3', 'cover-4')).toBeGreaterThan(2.5);
});

function pairsBelow(pairs: Record<string, string[]>, least: number): string[] {
  return Object.entries(pairs).flatMap(([text, grounds]) =>
    grounds
      .filter((ground) => contrast(text, ground) < least)
      .map((ground) => `${text} on ${ground}: ${contrast(text, ground).toFixed(2)}`),
  );
}

/** The contrast ratio of WCAG 2.2, between 1 and 21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(name: string): number {
  const hex = colours.get(name);
  if (!hex) throw new Error(`components/ui/styles/theme.css has no colour --color-${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
