import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factNames } from '@/domain/digital-models/facts';

test('every fact of a model is asked for in its form, by its own name', () => {
  const asked = readFileSync('components/digital-models/model-fields.tsx', 'utf8').matchAll(/\bname="(\w+)"/g);
  expect([...asked].map(([, name]) => name).toSorted()).toEqual([...factNames].toSorted());
});
