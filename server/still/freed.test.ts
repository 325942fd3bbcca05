import { createRequire } from 'node:module';
import { expect, test, vi } from 'vitest';
import { freeWhenDrawn } from './freed';

test('the stack of the error that ends a drawing is looked at as it ends, and not before', () => {
  const [looked, drawing] = [vi.fn(), new AbortController()];
  const end = new Error('This render completed.');
  Object.defineProperty(end, 'stack', { get: looked });
  freeWhenDrawn(drawing.signal);
  expect(looked).not.toHaveBeenCalled();
  drawing.abort(end);
  expect(looked).toHaveBeenCalledTimes(1);
});

test('React as pages are drawn with it tells when a drawing ends', () => {
  const react = createRequire(import.meta.url)('next/dist/compiled/react/cjs/react.react-server.production.js');
  expect(react.cacheSignal).toEqual(expect.any(Function));
});
