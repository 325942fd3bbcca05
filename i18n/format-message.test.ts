import { IntlMessageFormat } from 'intl-messageformat';
import { _createCache, _createIntlFormatters } from 'use-intl/core';
import itself from 'use-intl/format-message';
import { expect, test } from 'vitest';
import { timeZone } from '@/domain/days/day';
import formatMessage from './format-message';
import { locales } from './locales';
import { messagesOf } from './messages';

type Piece = ReturnType<InstanceType<typeof IntlMessageFormat>['getAst']>[number] & {
  value?: string;
  options?: Record<string, { value: Piece[] }>;
  children?: Piece[];
};
/** As the reader of messages numbers what a piece may be. */
const [DATE, SELECT, TAG] = [3, 5, 8];

/** A value for each name in a message: a number or a text, and what its own kind asks for. */
function valuesOf(pieces: Piece[], count: number): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { type, value = '', options = {}, children = [] } of pieces) {
    if (type > 0 && type !== 7) values[value] ??= count;
    if (type === DATE) values[value] = new Date('2026-11-30T18:00:00Z'); // another month in Đồng Nai than in Greenwich
    if (type === SELECT) values[value] = Object.keys(options)[count % Object.keys(options).length];
    if (type === TAG) values[value] = (inside: unknown) => `[${String(inside)}]`;
    for (const inside of [...Object.values(options).map((one) => one.value), children])
      Object.assign(values, valuesOf(inside, count));
  }
  return values;
}

const textsIn = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : Object.values(part as Record<string, unknown>).flatMap(textsIn);

test.each(locales)('every message is put into words as next-intl does by itself (%s)', async (locale) => {
  const cache = _createCache();
  const options = { locale, timeZone, cache, formatters: _createIntlFormatters(cache) };
  for (const message of textsIn(await messagesOf(locale)))
    for (const count of [0, 1, 2_026]) {
      const values = valuesOf(new IntlMessageFormat(message, locale).getAst() as Piece[], count);
      const said = formatMessage('key', message, values as never, { locale, timeZone });
      expect(said).toEqual(itself('key', message, values as never, options as never));
    }
});
