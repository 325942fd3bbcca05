import type { APIResponse } from '@playwright/test';
import sharp from 'sharp';
import { expect } from '../reader/expect';
import type { Reader } from '../reader/reader';
import { type All, files, toldToPrograms } from './walked';
import { strangeIn, type Watch } from './watching';

/** The cells of a sheet, none of which a program would take for a formula. */
const cellsOf = (csv: string) =>
  [...csv.matchAll(/(?:^|,|\r?\n)("(?:[^"]|"")*"|[^",\r\n]*)/g)].map(([, cell = '']) => cell.replace(/^"/, ''));
const isFormula = (cell: string) => /^[=+\-@\t\r|＝＋－＠]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell);

/** What an address answers somebody who may ask for it. */
async function answerOf(readers: readonly Reader[], address: string): Promise<APIResponse> {
  const answers = await Promise.all(readers.map(({ request }) => request.get(address)));
  const answer = answers.find((each) => each.status() === 200) ?? answers[0];
  expect.soft(answer?.status(), address).toBe(200);
  return answer as APIResponse;
}

const textOf = async (readers: readonly Reader[], address: string) => (await answerOf(readers, address)).text();

/** Feeds, calendars, open data and cards: each is what it says it is, and holds the vectors as words. */
export async function readToldToPrograms(anybody: Reader, watch: Watch, all: All): Promise<void> {
  const { feeds, calendars, data, cards } = toldToPrograms(all);
  for (const path of [...feeds, '/sitemap.xml']) {
    const { broken, words, parts } = await watch.readXml(await textOf([anybody], path));
    expect.soft([path, broken]).toEqual([path, undefined]);
    expect.soft(parts.join(' '), path).not.toMatch(/\b(vector|script|img|svg)\b/);
    if (path !== '/sitemap.xml') expect.soft(words.join(' '), path).toContain('<img id=vector src=x onerror=ran=true>');
  }
  for (const path of calendars) {
    const lines = (await textOf([anybody], path))
      .replace(/\r\n[ \t]/g, '')
      .trimEnd()
      .split('\r\n');
    expect.soft(lines.join(' '), path).toContain('<img id=vector');
    // words that would begin a line of their own, or another event, stay within theirs
    expect
      .soft(lines.filter((line) => !/^[A-Z][A-Z-]+[;:]/.test(line)).concat(lines.filter((line) => /\n/.test(line))))
      .toEqual([]);
  }
  for (const path of data) {
    expect.soft(JSON.stringify(JSON.parse(await textOf([anybody], path)).data)).toContain('id=vector');
    const cells = cellsOf(await textOf([anybody], `${path}&format=csv`));
    expect.soft(cells.some((cell) => cell.startsWith("'="))).toBe(true);
    expect.soft(cells.filter(isFormula)).toEqual([]);
  }
  for (const card of cards) {
    const { channels, width } = await sharp(await (await answerOf([anybody], card)).body()).metadata();
    expect
      .soft([card, channels ?? 0, width], card)
      .toEqual([card, expect.any(Number), /ngang|wide/.test(card) ? 1200 : 1080]);
  }
  for (const path of [...all.story.pages, ...all.guide.pages, ...all.alert.pages])
    expect.soft(await textOf([anybody], path), path).toContain('&lt;img id=vector src=x onerror=ran=true&gt;');
}

/** Sheets, papers and what the editor is answered are files of their own: nothing of them is drawn by a browser, and no cell works anything out. */
export async function readFiles(readers: readonly Reader[], all: All): Promise<void> {
  for (const [type, addresses] of Object.entries(files(all)))
    for (const address of addresses) {
      const answer = await answerOf(readers, address);
      expect
        .soft([address, answer.headers()['content-type']?.split(type.includes(';') ? '\0' : ';')[0]])
        .toEqual([address, type]);
      if (type.startsWith('text/csv')) expect.soft(cellsOf(await answer.text()).filter(isFormula), address).toEqual([]);
      if (type === 'application/pdf')
        expect.soft((await answer.body()).subarray(0, 5).toString(), address).toBe('%PDF-');
    }
}

/** Pages read without a browser by whoever may open them: what of them is more than words, and what does not open. */
export async function readRaw(readers: readonly Reader[], addresses: readonly string[]): Promise<string[]> {
  const noted: string[] = [];
  for (const address of addresses) {
    const opened: number[] = [];
    for (const reader of readers) {
      if (opened.includes(200)) break;
      opened.push((await reader.goto(address)).status());
      noted.push(...strangeIn(reader.document).map((strange) => `${strange} at ${address}`));
    }
    if (!opened.includes(200)) noted.push(`${opened} at ${address}`);
  }
  return noted;
}
