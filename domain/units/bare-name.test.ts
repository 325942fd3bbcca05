import { expect, test } from 'vitest';
import { bareName } from './bare-name';

test('a name that begins with its kind is told without it, in any letters; a name that only looks like it stays', () => {
  expect(['Phường Mới', 'PHƯỜNG Mới', 'xã Tân An', 'Đặc khu Nam'].map(bareName)).toEqual([
    'Mới',
    'Mới',
    'Tân An',
    'Nam',
  ]);
  const whole = ['Long Hưng', 'Phước Tân', 'Phường', 'Xãn', 'Tân Phường'];
  expect(whole.map(bareName)).toEqual(whole);
});
