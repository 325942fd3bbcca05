import { expect, test } from 'vitest';
import type { UnitGap } from '@/domain/coverage/coverage';
import type { MatrixRow } from '@/domain/coverage/matrix/matrix';
import type { AskedOfHer } from '@/domain/reminders/reminder';
import { askedHere } from './asked-of-her';

const gapOf = (unitId: string, ...missing: UnitGap['missing']): UnitGap => ({
  unitId,
  level: 'sub_association',
  name: unitId,
  subAssociationId: null,
  parentName: null,
  missing,
  because: [],
  remedy: null,
  mayTrain: false,
});
const rowOf = (unitId: string, gap: UnitGap | null) => ({ unitId, gap, groups: [] }) as unknown as MatrixRow;
const asked = (unitId: string, over: Partial<AskedOfHer> = {}): AskedOfHer => ({
  unitId,
  parts: ['family', 'pair'],
  by: 'Chị Sương',
  askedOn: '2026-11-26',
  lastDay: '2026-12-03',
  ...over,
});
const rows = [rowOf('one', gapOf('one', 'pair')), rowOf('two', gapOf('two', 'tie')), rowOf('three', null)];
const here = { rows, communeId: 'ward', isSilent: false };

test('what she was asked for stands while one of its parts is missing, and is gone when it is mended', () => {
  const gapsOf = (...all: AskedOfHer[]) => askedHere(all, here).map(({ gaps }) => gaps.map(({ unitId }) => unitId));
  expect(gapsOf(asked('one'), asked('two'), asked('three'), asked('elsewhere'))).toEqual([['one']]);
  expect(gapsOf(asked('two', { parts: ['tie'] }))).toEqual([['two']]);
  expect(gapsOf(asked('three'))).toEqual([]);
});

test('a commune is asked for all its units, a silent one for saying that it reports, until it does', () => {
  const [all] = askedHere([asked('ward', { parts: ['pair', 'tie'] })], here);
  expect(all?.gaps.map(({ unitId }) => unitId)).toEqual(['one', 'two']);
  const silent = asked('ward', { parts: ['records'] });
  expect(askedHere([silent], { ...here, isSilent: true })).toMatchObject([{ gaps: [], silent: true }]);
  expect(askedHere([silent], here)).toEqual([]);
});

test('what several asked for stands apart, the nearest last day first', () => {
  const later = asked('two', { parts: ['tie'], by: 'Chị Liễu', lastDay: '2026-12-20' });
  expect(askedHere([later, asked('one')], here).map(({ by }) => by)).toEqual(['Chị Sương', 'Chị Liễu']);
});
