import { expect, test } from 'vitest';
import { linesSent } from './written-lines';

test('a form that came back has the lines that were sent, in their order; none that there cannot be', () => {
  const values = { 'titleVi[step-4]': 'Bốn', 'titleVi[step-0]': '', 'titleVi[need-1]': 'x', 'titleVi[step-12]': 'x' };
  expect(linesSent('step', 12, values)).toEqual([4, 0]);
  expect(linesSent('need', 12, values)).toEqual([1]);
  expect(linesSent('trouble', 12, values)).toEqual([]);
  expect(linesSent('step', 12, { 'titleVi[step-x]': 'x', 'bodyVi[step-1]': 'x' })).toEqual([]);
  expect(linesSent('step', 12, undefined)).toBeNull();
});
