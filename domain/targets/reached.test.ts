import { expect, test } from 'vitest';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import { cameToTarget } from './reached';

const rowOf = (communeId: string, covered: number) =>
  ({ communeId, level: 'sub_association', units: 10, covered, percent: covered * 10 }) as CommuneCoverage;

test('a place came to its target when it has and had not', () => {
  const targets = { one: { sub_association: 50, group: 100 }, two: { sub_association: 20, group: 100 } };
  const came = (now: number, before: number) =>
    cameToTarget([rowOf('one', now)], [rowOf('one', before)], targets).length;
  expect([came(5, 4), came(5, 5), came(4, 5)]).toEqual([1, 0, 0]);
  expect(cameToTarget([rowOf('two', 2)], [], targets)).toHaveLength(1);
});
