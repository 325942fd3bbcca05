import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test, vi } from 'vitest';
import { unzip, zipped } from '@/domain/zip';
import { FILE_BYTES_MAX } from '../import';
import { readSheetApart } from './sheet-reader';

// each of them starts a thread
vi.setConfig({ testTimeout: 60_000 });

const HEAD = 'Họ và tên,Năm sinh,SĐT\n';
const filled = (text: string) => Buffer.from(HEAD + text.repeat(Math.floor((FILE_BYTES_MAX - 100) / text.length)));
const everyPart = (bytes: Buffer) => {
  const parts = unzip(bytes, () => true, 50_000_000);
  if (typeof parts === 'string') return expect.unreachable();
  return parts;
};
const workbook = async (rows: string[][]) => Buffer.from(await writeXlsx({ sheets: [{ name: 'Danh sách', rows }] }));

/** The outcome of a reading, and the longest time for which nobody else was answered meanwhile. */
async function readBeside(bytes: Buffer, milliseconds?: number) {
  const started = performance.now();
  let [last, longest] = [started, 0];
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const pulse = setInterval(look, 5);
  const read = await readSheetApart(bytes, milliseconds);
  look();
  clearInterval(pulse);
  const took = performance.now() - started;
  // a machine that is busy with something else holds everybody up, but never for most of the time
  return {
    answer: read.ok ? read.value.length : read.problem,
    read,
    took,
    answeredMeanwhile: longest < Math.max(200, took / 4),
  };
}

/** A busy machine holds everybody up once in a while; a sheet that is read in this process would every time. */
const busy = { retry: 2 };

describe('a sheet is read apart from the process that serves everybody', () => {
  test('every row of it arrives, in its order, also of the longest list there may be', busy, async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => `Nguyễn Thị Lan ${at},1980`);
    const { read, answeredMeanwhile } = await readBeside(Buffer.from(`Họ và tên,Năm sinh\n${rows.join('\n')}`));
    if (!read.ok) expect.unreachable();
    expect(read.value.map(({ cells }) => cells.join(','))).toEqual(['Họ và tên,Năm sinh', ...rows]);
    expect(answeredMeanwhile).toBe(true);
  });

  test.each([
    ['one line of two megabytes', filled('a'), 'file-too-wide'],
    ['two million quotes', filled('"'), 'file-too-wide'],
    ['two million quotes with an end of line here and there', filled(`${'"'.repeat(999)}\n`), 1050], // an odd number of them: a row ends with every second line
    ['a million cells', filled('a,'), 'file-too-wide'],
    ['a million cells in short lines', filled(`${'a;,'.repeat(300)}\n`), 'file-too-wide'],
    ['two million blank lines', filled('\n'), 'file-too-many-rows'],
    ['a million empty cells in lines', filled(',\n'), 'file-too-many-rows'],
    ['two million ends of line of the old kind', filled('\r'), 'file-too-many-rows'],
    ['a formula in every cell', filled("'=1,"), 'file-too-wide'],
  ])('%s ends soon, and everybody else is answered within 200 ms meanwhile', busy, async (_, bytes, expected) => {
    const { answer, took, answeredMeanwhile } = await readBeside(bytes);
    expect(answer).toBe(expected);
    expect(answeredMeanwhile).toBe(true);
    expect(took).toBeLessThan(15_000);
  });

  test('one that takes too long is ended, and the next is read', async () => {
    const bytes = Buffer.from(`${HEAD}Nguyễn Thị Lan,1980,0912345678\n`);
    expect((await readBeside(bytes, 1)).answer).toBe('file-too-slow');
    expect((await readBeside(bytes)).answer).toBe(2);
  });

  test('a crowd of them waits in a short line, and the others are asked to come again', async () => {
    const bytes = Buffer.from(`${HEAD}Nguyễn Thị Lan,1980,0912345678\n`);
    const answers = await Promise.all(Array.from({ length: 12 }, async () => (await readBeside(bytes)).answer));
    expect(answers.filter((answer) => answer === 'file-must-wait')).toHaveLength(3);
    expect(answers.filter((answer) => answer === 2)).toHaveLength(9);
  });
});

describe('a workbook that would be read but for one thing', () => {
  const sound = () => workbook([['Họ và tên'], ['Nguyễn Thị Lan']]);
  const changed = async (change: (xml: string, name: string) => string) =>
    zipped(
      new Map(
        [...everyPart(await sound())].map(([name, part]) => [name, Buffer.from(change(part.toString('utf8'), name))]),
      ),
    );

  test('is read without it', async () => {
    expect((await readBeside(await changed((xml) => xml))).answer).toBe(2);
  });

  test.each([
    ['document type', '<!DOCTYPE x>'],
    ['document type with an entity', '<!DOCTYPE x [<!ENTITY a "ha">]>'],
  ])('is refused for a %s in any part that is read', async (_, declaration) => {
    for (const within of ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml']) {
      const bytes = await changed((xml, name) => (name === within ? xml.replace('?>', `?>${declaration}`) : xml));
      expect(everyPart(bytes).get(within)?.includes(declaration)).toBe(true);
      expect((await readBeside(bytes)).answer).toBe('file-unreadable');
    }
  });
});
