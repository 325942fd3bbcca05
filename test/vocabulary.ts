import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Words of schema.org as its types for TypeScript write them down: what a type stands on, its own properties, and of what kinds their values are. */
type Vocabulary = {
  types: ReadonlySet<string>;
  above: ReadonlyMap<string, readonly string[]>;
  properties: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  kinds: ReadonlyMap<string, readonly string[]>;
};

const split = (words: string, by: string) =>
  words
    .split(by)
    .map((word) => word.trim())
    .filter(Boolean);

/** The vocabulary of the package `schema-dts`, which is made from the one that schema.org hands out. */
export function readVocabulary(): Vocabulary {
  const path = createRequire(import.meta.url)
    .resolve('schema-dts')
    .replace(/\.js$/, '.d.ts');
  const source = readFileSync(path, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
  const above = new Map<string, string[]>();
  const properties = new Map<string, Map<string, string[]>>();
  const types = new Set<string>();
  for (const [, name = '', stands = '', body = ''] of source.matchAll(
    /^(?:export )?interface (\w+) (?:extends ([^{]+) )?\{\n([\s\S]*?)^\}/gm,
  )) {
    above.set(name, split(stands, ','));
    const own = [...body.matchAll(/^ {4}"([^"@]+)"\?: SchemaValue<(.+), "[^"]+">;$/gm)];
    properties.set(name, new Map(own.map(([, property = '', kinds = '']) => [property, split(kinds, '|')])));
    const [, type] = /^ {4}"@type": "([^"]+)";$/m.exec(body) ?? [];
    if (type) types.add(type);
  }
  const kinds = new Map(
    [...source.matchAll(/^export type (\w+) = ([^;]+);$/gm)].map(([, name = '', members = '']) => [
      name,
      split(members, '|'),
    ]),
  );
  return { types, above, properties, kinds };
}

/** All that is of a kind: its types, and its words where it is one of a few. */
function membersOf({ kinds }: Pick<Vocabulary, 'kinds'>, kind: string, seen = new Set<string>()): Set<string> {
  if (seen.has(kind)) return seen;
  seen.add(kind);
  for (const member of kinds.get(kind) ?? []) membersOf({ kinds }, member, seen);
  return seen;
}

/** Of what kinds the values of a property are, on a type or what it stands on; undefined where it has none of that name. */
function kindsOf(words: Vocabulary, name: string, property: string): readonly string[] | undefined {
  const own = words.properties.get(name)?.get(property);
  if (own) return own;
  for (const each of words.above.get(name) ?? []) {
    const found = kindsOf(words, each, property);
    if (found) return found;
  }
  return undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;
const SAYS: Record<string, (value: unknown) => boolean> = {
  Text: (value) => typeof value === 'string' && value.trim() !== '',
  URL: (value) => typeof value === 'string' && URL.canParse(value),
  Date: (value) => typeof value === 'string' && DAY.test(value),
  DateTime: (value) => typeof value === 'string' && INSTANT.test(value),
  Number: (value) => typeof value === 'number',
  Integer: (value) => Number.isInteger(value),
  Boolean: (value) => typeof value === 'boolean',
  Duration: (value) => typeof value === 'string' && /^P/.test(value),
};

/** What schema.org knows nothing of in data, or knows otherwise: types, properties and values, each with where it stands. */
export function problemsIn(words: Vocabulary, data: unknown, at = ''): string[] {
  if (typeof data !== 'object' || data === null) return [`${at}: no object`];
  const type = (data as { '@type'?: unknown })['@type'];
  if (typeof type !== 'string' || !words.types.has(type)) return [`${at}: no type ${String(type)}`];
  return Object.entries(data)
    .filter(([property]) => !property.startsWith('@'))
    .flatMap(([property, value]) => {
      const here = `${at}${type}.${property}`;
      const kinds = kindsOf(words, `${type}Leaf`, property);
      if (!kinds) return [`${here}: no such property`];
      return [value].flat().flatMap((each) => problemsOf(words, kinds, each, here));
    });
}

function problemsOf(words: Vocabulary, kinds: readonly string[], value: unknown, here: string): string[] {
  const members = new Set(kinds.flatMap((kind) => [...membersOf(words, kind)]));
  if (typeof value === 'object' && value !== null) {
    const { '@type': type, '@id': id } = value as { '@type'?: unknown; '@id'?: unknown };
    if (type === undefined && members.has('IdReference') && SAYS.URL?.(id)) return [];
    const isOne = members.has(`${String(type)}Leaf`);
    return isOne ? problemsIn(words, value, `${here} > `) : [`${here}: no value of type ${String(type)}`];
  }
  const isSaid = members.has(JSON.stringify(value)) || [...members].some((kind) => SAYS[kind]?.(value));
  return isSaid ? [] : [`${here}: ${JSON.stringify(value)} is no ${kinds.join(' or ')}`];
}
