import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';

/** Words that are sent by mistake or on purpose, and such as an input may take. */
const WORDS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udc00b',
  '\u200b',
  'ㅤㅤ',
  '\u00ad\u2066',
  'e\u0301',
  '＝1+1',
  '=1+1',
  '../..',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-0',
  '1e9',
  '0x10',
  '٣',
  '１２',
  '%00',
  '%E0%A4%A',
  '<script>',
  "'; DROP TABLE person; --",
  'javascript:alert(1)',
  'https://example.org/a?b=c',
  'http://[',
  '//example.org',
  '/tin-tuc',
  'ten@example.org',
  'a@b@c',
  'Nguyễn Thị Hoa',
  'Chị Lan ở ấp 3',
  'Một câu dài hơn, để những ô cần nhiều chữ cũng nhận.',
  '0901234567',
  '+84 901 234 567',
  '84901234567',
  '2026-11-29',
  '2026-02-30',
  '29/11/2026',
  '08:30',
  '24:00',
  '2026-11-29T08:30',
  '1975',
  '9999',
  '0',
  '1',
  '12',
  '10,94812',
  '106.8',
  'on',
  'yes',
  'vi',
  'en',
  '0197c348-8801-7e58-8a87-6c1163874164',
  '0197C348-8801-7E58-8A87-6C1163874164',
  '00000000-0000-0000-0000-000000000000',
  '{"type":"doc","content":[]}',
  '{',
  '[]',
];

/** Texts at which a pattern that looks back may work for minutes. */
export const LONG = [
  'a',
  ' ',
  '_a',
  '0',
  'a@',
  '/',
  '\n',
  '\u0301',
  '<',
  '0,',
  '0197c348-',
  '﹏\t',
  '{"a":',
  '[',
  '((',
].map((part) => part.repeat(Math.ceil(50_000 / part.length)));

/** What is no text, or no field at all. */
const THINGS: readonly unknown[] = [
  ...[null, undefined, true, false, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 10n, Symbol.iterator],
  ...[[], {}, [[]], [null], { toString: 'x' }, new Date(Number.NaN), new Date(0), new Map(), new FormData(), () => 'x'],
  ...[JSON.parse('{"__proto__":{"admin":true}}'), Object.create(null)],
];

const words = fc.constantFrom(...WORDS);
/** Signs that say something to whoever takes a text apart. */
const SIGNS = fc.constantFrom(...'%&=+-.,:;/\\<>{}[]()"\'`$#@!?*^|~_0159aE \n\t');
/** Other words each time: any letters, signs alone, and two words that were put together. */
const made = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 24 }),
  fc.string({ unit: SIGNS, maxLength: 12 }),
  fc.tuple(words, words).map(([one, other]) => one + other),
);
const values = fc.oneof(
  { arbitrary: words, weight: 3 },
  { arbitrary: made, weight: 3 },
  { arbitrary: fc.constantFrom(...THINGS), weight: 1 },
);

type Definition = z.core.$ZodTypes['_zod']['def'];
const definitionOf = (schema: z.core.$ZodType) => schema._zod.def as Definition;

/** A thing for a schema: made as it wants them, with something else in any place. */
export const anythingFor = (schema: z.core.$ZodType): Arbitrary<unknown> =>
  fc.oneof({ arbitrary: fitting(schema), weight: 9 }, values);

function fitting(schema: z.core.$ZodType): Arbitrary<unknown> {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'object': {
      const fields = Object.entries(definition.shape).map(([name, field]) => [name, anythingFor(field)]);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
    }
    case 'array':
      return fc.array(anythingFor(definition.element), { maxLength: 3 });
    case 'record':
      return fc.dictionary(words, anythingFor(definition.valueType), { maxKeys: 3 });
    case 'union':
      return fc.oneof(...definition.options.map(anythingFor));
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries));
    case 'literal':
      return fc.constantFrom(...definition.values);
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
      return anythingFor(definition.innerType);
    case 'pipe':
      return anythingFor(definition.in);
    default:
      return values;
  }
}

/** The same long text wherever a schema wants anything. */
export function longFor(schema: z.core.$ZodType, text: string): unknown {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(Object.entries(definition.shape).map(([name, field]) => [name, longFor(field, text)]));
    case 'array':
      return [longFor(definition.element, text)];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'catch':
    case 'readonly':
      return longFor(definition.innerType, text);
    case 'pipe':
      return longFor(definition.in, text);
    case 'enum':
      return Object.values(definition.entries)[0];
    case 'literal':
      return definition.values[0];
    default:
      return text;
  }
}
