import { expect, test } from 'vitest';
import { placeAreas } from './placing';

test('an area belongs to the commune of its code, else to the one that took it over, and both stand on one place', () => {
  const { areasOf, blank, undrawn } = placeAreas(['1', '2', '3'], ['1', '3'], { 2: '1' });
  expect(areasOf.get('1')).toEqual(['1', '2']);
  expect(areasOf.get('3')).toEqual(['3']);
  expect([blank, undrawn]).toEqual([[], []]);
});

test('an area that nobody is known to have stays blank, and a place without an area is told', () => {
  const { blank, undrawn, areasOf } = placeAreas(['1', '2'], ['1', '9'], { 2: '7' });
  expect(blank).toEqual(['2']);
  expect(undrawn).toEqual(['9']);
  expect(areasOf.get('1')).toEqual(['1']);
});
