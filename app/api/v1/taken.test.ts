import { expect, test } from 'vitest';
import { datasetNames, LIMIT, parameterInputs, parametersOf } from '@/domain/open-data/datasets';
import type { OpenDataProblem } from '@/domain/open-data/question';
import { TAKEN, USUAL } from '@/server/front/open-data/open-data';
import { PROBLEMS, type ProblemName } from '@/server/refusals/problem';

test('the front knows the addresses of open data, their parameters in order and what goes without saying, as they are', () => {
  const { 'openapi.json': description, ...taken } = TAKEN;
  expect(taken).toEqual(Object.fromEntries(datasetNames.map((name) => [name, parametersOf(name)])));
  expect(description).toEqual(['language']);
  expect(USUAL).toEqual({
    language: parameterInputs.language.parse(undefined),
    format: parameterInputs.format.parse(undefined),
    limit: String(LIMIT.usual),
  });
});

test('every problem has a title, and a sentence in both languages', () => {
  // whatever the domain refuses has words: the type says it
  const names: Record<OpenDataProblem, ProblemName> = {
    'unknown-parameter': 'unknown-parameter',
    malformed: 'malformed',
    'before-record': 'before-record',
    'not-yet': 'not-yet',
    'day-and-stretch': 'day-and-stretch',
    backwards: 'backwards',
    'no-such-commune': 'no-such-commune',
    'no-such-place-in-list': 'no-such-place-in-list',
  };
  for (const name of [...Object.values(names), ...(Object.keys(PROBLEMS) as ProblemName[])]) {
    const { title, en, vi } = PROBLEMS[name];
    for (const said of [title, en, vi]) expect(said.length, name).toBeGreaterThan(3);
    expect(en).not.toBe(vi);
  }
});
