import { expect, test } from 'vitest';
import { minutesOf } from './reading-time';

const text = 'một '.repeat(210);

test('the lines of an alert are read with its text, and so is what else its page tells', () => {
  const alert = { signs: ['hai '.repeat(200)], steps: ['ba '.repeat(200)], hotlines: [] };
  expect(minutesOf({ plain: text, alert: null })).toBe(1);
  expect(minutesOf({ plain: text, alert })).toBe(3);
  expect(minutesOf({ plain: text, alert: null }, 'bốn '.repeat(400))).toBe(3);
  expect(minutesOf({ plain: '', alert: null })).toBe(1);
});
