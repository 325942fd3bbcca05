import { expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { cleanLine, cleanProse } from './clean-text';

/** Each sign of the basic plane that is one, between two letters. */
const all = Array.from({ length: 0xffff }, (_, at) => at + 1).filter((code) => code < 0xd800 || code > 0xdfff);
const between = (code: number) => `a${String.fromCharCode(code)}b`;

/** The signs that the database takes in a line, or in a text of several. */
async function taken() {
  const rows = await db.$queryRaw<{ code: number; line: boolean; prose: boolean }[]>`
    SELECT code, app.clean_line('a' || chr(code) || 'b') AS line, app.clean_text('a' || chr(code) || 'b') AS prose FROM unnest(${all}::int[]) code`;
  return new Map(rows.map((row) => [row.code, row]));
}

test('the database takes a sign where a form leaves it as it was sent, and no other', async () => {
  const rows = await taken();
  const differ = all.filter((code) => {
    const text = between(code);
    // the end of a line is spelled in one way, by the form
    const isProse = code === 13 || (cleanProse(text) === text) === rows.get(code)?.prose;
    return (cleanLine(text) === text) !== rows.get(code)?.line || !isProse;
  });
  expect(differ.map((code) => code.toString(16))).toEqual([]);
});

test('a sign that no XML may hold is in no text: one would end a feed, a card or a workbook', () => {
  const forbidden = all.filter((code) => code < 32 || code > 0xfffd);
  for (const code of forbidden.filter((each) => ![9, 10, 13].includes(each)))
    expect([cleanLine(between(code)), cleanProse(between(code))], code.toString(16)).toEqual(['ab', 'ab']);
});
