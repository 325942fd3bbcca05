import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '@/domain/days/day';
import { addressOf, type DatasetName, datasetNames, parameterNames, parametersOf } from './datasets';
import { readQuestion } from './question';

const TODAY: Day = '2026-11-28';
const read = (name: DatasetName, values: Record<string, string>) => readQuestion(name, undefined, values, TODAY);
const refusal = (name: DatasetName, values: Record<string, string>) => {
  const question = read(name, values);
  return question.ok ? null : [question.problem, question.detail?.parameter];
};

describe('a question', () => {
  test('is read as it is written, with what goes without saying', () => {
    const question = read('coverage', { day: '2026-03-31', commune: '26380', level: 'group', limit: '7' });
    expect(question).toMatchObject({
      ok: true,
      value: {
        day: '2026-03-31',
        from: null,
        commune: '26380',
        level: 'group',
        limit: 7,
        language: 'vi',
        format: 'json',
      },
    });
  });

  test('is not guessed at: another spelling of a value is refused with the name of its parameter', () => {
    for (const [parameter, value] of [
      ['day', '31/03/2026'],
      ['day', '2026-02-30'],
      ['day', '0001-01-01'],
      ['commune', 'Long Hưng'],
      ['level', 'commune'],
      ['language', 'fr'],
      ['format', 'xml'],
      ['limit', '0'],
      ['limit', '501'],
      ['limit', '1e2'],
      ['limit', '007'],
      ['after', '../../etc'],
    ] as const)
      expect(refusal('coverage', { [parameter]: value }), value).toEqual(['malformed', parameter]);
  });

  test('names only what its dataset takes', () => {
    expect(refusal('articles', { level: 'group' })).toEqual(['unknown-parameter', 'level']);
    expect(refusal('communes', { __proto__x: '1' })).toEqual(['unknown-parameter', '__proto__x']);
  });

  test('is of days that have been, but for sessions, which are announced', () => {
    expect(refusal('coverage', { day: '2026-11-29' })).toEqual(['not-yet', 'day']);
    expect(refusal('coverage', { from: '2026-01-01', to: '2027-01-01' })).toEqual(['not-yet', 'to']);
    expect(refusal('communes', { day: '2025-07-31' })).toEqual(['before-record', 'day']);
    expect(refusal('coverage', { day: TODAY })).toBeNull();
    expect(refusal('sessions', { from: '2027-01-01', to: '2027-02-01' })).toBeNull();
    expect(refusal('sessions', { from: '2027-02-01', to: '2027-01-01' })).toEqual(['backwards', 'to']);
    expect(refusal('coverage', { day: '2026-01-01', to: '2026-02-01' })).toEqual(['day-and-stretch', 'day']);
  });

  test('of anything at all is answered or refused, and never breaks', () => {
    const odd = fc.constantFrom(
      '2026-10-31',
      'group',
      '500',
      '-1',
      'en',
      '',
      '\0',
      '../..',
      '9'.repeat(400),
      '\ud800',
      'Tổ 1',
    );
    const value = fc.oneof(fc.string(), odd);
    const key = fc.oneof(fc.constantFrom(...parameterNames), fc.string());
    fc.assert(
      fc.property(fc.constantFrom(...datasetNames), fc.dictionary(key, value), (name, values) => {
        expect(typeof read(name, values).ok).toBe('boolean');
      }),
    );
  });
});

test('a question has one address: in the order of its parameters, without what goes without saying', () => {
  const said = { limit: 100, format: 'json', level: 'group', day: '2026-03-31', language: 'en' };
  expect(addressOf('coverage', said)).toBe('/api/v1/coverage?day=2026-03-31&level=group&language=en');
  expect(addressOf('snapshot', { format: 'csv' }, 'x')).toBe('/api/v1/snapshots/x?format=csv');
  expect(parametersOf('articles')).toEqual(['commune', 'language', 'format', 'after', 'limit']);
});
