import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actionGroups, actionsOf } from '@/domain/audit/action-groups';

test('every action that has words stands in one group, and no group names one that has none', () => {
  const { actions, groups } = JSON.parse(readFileSync('i18n/messages/vi/audit.json', 'utf8'));
  const grouped = actionGroups.flatMap(actionsOf);
  expect([...grouped].sort()).toEqual(Object.keys(actions).sort());
  expect(Object.keys(groups).sort()).toEqual([...actionGroups].sort());
});
