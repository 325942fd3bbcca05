import { expect, test } from 'vitest';
import { jsonLd } from './metadata';

test('what search engines are told cannot end the script element it stands in, and reads as it was', () => {
  const told = { name: '</script><script>alert(1)</script><!--', description: 'a < b' };
  expect(jsonLd(told)).not.toContain('<');
  expect(JSON.parse(jsonLd(told))).toEqual(told);
});
