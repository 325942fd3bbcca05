import { expect, test } from 'vitest';
import { decisionFor, type HandoverItem, handoverInput } from './handover';

const [her, next, other] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-0000-7000-8000-000000000000`) as [
  string,
  string,
  string,
];
const read = (choices: string[], allTo = '') =>
  handoverInput.parse({ personId: her, day: '2026-11-25', reason: 'Nghỉ hưu', allTo, choices });
const item = (ways: HandoverItem['ways'], kind: HandoverItem['kind'] = 'office'): HandoverItem => ({
  key: `${kind}:${her}`,
  kind,
  id: her,
  what: '',
  office: null,
  place: '',
  since: '2026-01-01',
  ways,
});

test('each thing goes where it was chosen to go, and else to the one who takes everything', () => {
  const both = item(['takeOver', 'end']);
  expect(decisionFor(both, read([`office:${her}=${other}`], next))).toEqual({ way: 'takeOver', to: other });
  expect(decisionFor(both, read([`office:${her}=end`], next))).toEqual({ way: 'end', to: 'end' });
  expect(decisionFor(both, read([`office:${her}=`], next))).toEqual({ way: 'takeOver', to: next });
});

test('without anybody it is undecided; what nobody can take over ends; what cannot be left is not left', () => {
  expect(decisionFor(item(['takeOver', 'end']), read([`office:${her}=`]))).toBeNull();
  expect(decisionFor(item(['takeOver', 'end']), read([]))).toBeNull();
  expect(decisionFor(item(['end'], 'learning'), read([`learning:${her}=`], next))).toEqual({ way: 'end', to: 'end' });
  expect(decisionFor(item(['takeOver', 'end']), read([`office:${her}=keep`], next))).toBeNull();
});

test('a choice that names nothing we know is refused', () => {
  for (const wrong of ['office', 'office:1=end', `purse:${her}=end`, `office:${her}=x`, `office:${her}=end; drop`])
    expect(() => read([wrong])).toThrow();
});
