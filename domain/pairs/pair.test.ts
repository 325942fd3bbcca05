import { expect, test } from 'vitest';
import type { Day } from '@/domain/days/day';
import { isTiedTo, tieAhead } from './pair';

const [today, later, latest] = ['2026-12-03', '2026-12-08', '2026-12-12'] as const satisfies Day[];
const tied = (since: Day, modelId = 'family') => ({ modelId, name: 'Gia đình số', since });

test('a tie to come is told with its day while the pair is tied to no family yet', () => {
  expect(tieAhead({ families: [] }, today)).toBe(null);
  expect(tieAhead({ families: [tied(today)] }, today)).toBe(null);
  expect(tieAhead({ families: [tied(latest, 'other'), tied(later)] }, today)).toBe(later);
  expect(tieAhead({ families: [tied(today), tied(later, 'other')] }, today)).toBe(null);
  expect(tieAhead({ families: [tied(today), tied(later, 'other')] }, today, 'other')).toBe(later);
});

test('a pair counts together with a family that it is tied to by now, and while it runs', () => {
  const live = { state: 'live', families: [tied(today)] } as const;
  expect(isTiedTo({ ...live, families: [...live.families] }, 'family', today)).toBe(true);
  expect(isTiedTo({ ...live, families: [tied(later)] }, 'family', today)).toBe(false);
  expect(isTiedTo({ ...live, families: [tied(today, 'other')] }, 'family', today)).toBe(false);
  expect(isTiedTo({ state: 'announced', families: [tied(today)] }, 'family', today)).toBe(false);
});
