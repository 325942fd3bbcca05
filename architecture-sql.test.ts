import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = ['app', 'domain', 'server', 'prisma']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.startsWith('prisma/generated') && statSync(path).isFile())
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

test('the schema holds Latin letters alone: for one other sign each process holds its client, two million letters, two bytes a letter', () => {
  const schema = readdirSync('prisma/schema').map((file) => readFileSync(join('prisma/schema', file), 'utf8'));
  expect(schema.join('\n')).toContain('model Person {');
  expect(schema.flatMap((text) => text.match(/^.*[\u0100-\uffff].*$/gm) ?? [])).toEqual([]);
});

test('the words of SQL are in capitals', () => {
  const small =
    /(query(Raw)?(Unsafe)?|execute(Raw)?(Unsafe)?|\bsql)(<[^`(]*>)?\(?[`'"]\s*(select|with|insert|update|delete|from|where|join|and|or|listen|notify)\s/;
  for (const { path, text } of sources) expect(text, path).not.toMatch(small);
});

test('a version is claimed by holdVersion or takeVersion, not by counting the rows of an update', () => {
  for (const { path, text } of sources.filter(({ path }) => path.startsWith('domain/')))
    expect(text, path).not.toMatch(/updateMany\(\{\s*where: \{[^}]*\bversion\b/);
});

test('a page of a list is cut off by pageOf, and a path lies within areas by withinAreas or withinAreasSql', () => {
  for (const { path, text } of sources.filter(({ path }) => path.startsWith('domain/'))) {
    expect(text, path).not.toMatch(/\.length > \w+ \? \(?\w+\.at\(-1\)/);
    expect(text, path).not.toMatch(/unnest\(\$\{areas\}[^)]*\) \w+ WHERE (starts_with|\w+\.path (LIKE|\^@))/);
  }
});

test('the type of a selected row comes from its select; by hand stands only what raw SQL reads', () => {
  const selecting = sources.filter(({ path, text }) => path.startsWith('domain/') && /select\w*(:| =) /i.test(text));
  for (const { path, text } of selecting)
    for (const [, name] of text.matchAll(/^type (\w*Row|Selected\w*) = \{/gm))
      expect(text, `${path}: ${name}`).toMatch(new RegExp(`Raw<[^>]*\\b${name}\\b`));
});

/** What knows where a unit lies, or how it is called, today. Whether something is hers to see is asked of today's place (communesInReachSql). */
const OF_TODAY =
  /\bapp\.(unit_place|subtree)\b|\b(placedToday(Sql)?|unitNameSql|nameToday|listPublishedNames)\b|\bapp\.today\(\)|\$\{(toDate\()?today\(\)/g;
/** Functions that take a day and ask today's place or name all the same, each for a reason. */
const ASKS_TODAY: Record<string, string> = {
  'domain/articles/subject-unit/subject-unit-queries.ts: findPublishedUnitTold':
    'a story names the unit of then, and leads to where it is today',
  'domain/coverage/next-trainings/fact-queries.ts: placesSql': 'a class is planned for the places of today',
  'domain/coverage/next-trainings/fact-queries.ts: trainersSql': 'a class is planned for the places of today',
  'domain/coverage/next-trainings/there-queries.ts: readThere': 'a class is planned for the places of today',
  'domain/digital-models/practices/hint-queries.ts: listHints': 'a question names the commune that answers it today',
  'domain/digital-models/practices/hint-queries.ts: listHintsOf': 'a question goes to who hosts the model today',
  'domain/reports/city-queries.ts: findMonthReports': 'a month has reports once it is over, today',
};

test('what is asked as of a day knows nothing of the place or the name of today', () => {
  const functions =
    /^(?:export )?(?:async )?(?:function|const) (\w+)[\s\S]*?(?=^(?:export )?(?:async )?(?:function|const) \w|(?![\s\S]))/gm;
  const takesDay = /^[^{]*?\b(?:day|days|asOf)\??: (?:readonly )?Day\b/;
  const offenders = sources
    .filter(({ path }) => /^domain\/.*queries\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(functions)].map(([body, name]) => ({ where: `${path}: ${name}`, body })),
    )
    .filter(({ where, body }) => takesDay.test(body) && !(where in ASKS_TODAY))
    .flatMap(({ where, body }) =>
      (body.replace(/\/\*[\s\S]*?\*\//g, '').match(OF_TODAY) ?? []).map((word) => `${where} asks ${word}`),
    );
  expect(offenders).toEqual([]);
});
