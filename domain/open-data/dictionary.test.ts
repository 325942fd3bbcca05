import { describe, expect, test } from 'vitest';
import { datasetNames, fieldsOf } from './datasets';
import { dictionaryOf } from './dictionary';

describe('the dictionary of open data', () => {
  test('names every column of every dataset, in their order', () => {
    for (const name of datasetNames) expect(dictionaryOf(name).map((field) => field.name)).toEqual(fieldsOf(name));
  });

  test('says of a column what its rows are held to: choices, days, shares, and what may be empty', () => {
    const coverage = new Map(dictionaryOf('coverage').map((field) => [field.name, field]));
    expect(coverage.get('state')).toMatchObject({ type: 'choice', mayBeEmpty: false });
    expect(coverage.get('state')?.values).toContain('not_reported');
    expect(coverage.get('day')).toMatchObject({ type: 'day', mayBeEmpty: false });
    expect(coverage.get('percent')).toMatchObject({ type: 'percent', mayBeEmpty: true });
    expect(coverage.get('units')).toMatchObject({ type: 'integer', mayBeEmpty: true, step: null });
    expect(dictionaryOf('sessions').find(({ name }) => name === 'page')?.type).toBe('page');
  });

  test('a count of persons is told in tens, and its dictionary says so', () => {
    expect(dictionaryOf('communes').find(({ name }) => name === 'women_guided')).toMatchObject({
      type: 'integer',
      step: 10,
      mayBeEmpty: true,
    });
  });
});
