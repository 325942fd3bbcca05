import { expect, test } from 'vitest';
import { slides } from '@/components/coverage/projector/slides';
import { slidesBeside } from './ways';

test('arrow keys lead from every slide to the one before and the one after it, round at both ends', () => {
  const round = (['previous', 'next'] as const).map((way) =>
    slides.map((slide) => slidesBeside(slide, (each) => `?slide=${each}`)[way]),
  );
  expect(round).toEqual([
    ['?slide=needs', '?slide=map', '?slide=changes'],
    ['?slide=changes', '?slide=needs', '?slide=map'],
  ]);
});
