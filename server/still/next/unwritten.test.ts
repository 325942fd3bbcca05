import { expect, test } from 'vitest';
import { newDrawing, shared } from '../shared';
import './unwritten';

const bytes = Buffer.from('trang');

test('the bytes of a drawing are not written out for their length, and all others as ever', () => {
  const whole = JSON.stringify({ bytes });
  expect(JSON.parse(whole).bytes.data).toEqual([...bytes]);
  expect(shared.drawing.run(newDrawing(), () => JSON.stringify({ bytes }))).not.toContain(String(bytes[0]));
  expect(JSON.stringify({ bytes })).toBe(whole);
});
