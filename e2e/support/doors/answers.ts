import type { APIResponse } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import PizZip from 'pizzip';
import { extractText } from 'unpdf';
import { HIDDEN } from './hidden';

const plain = (text: string) => text.replace(/&nbsp;|[\s\u00a0]/g, '');

/** What a document of words says: its own text, its notes, and what stands above and below. */
const wordsOfDocument = (bytes: Buffer) =>
  new PizZip(bytes)
    .file(/^word\/.*\.xml$/)
    .map((part) => part.asText().replace(/<[^>]*>/g, ''))
    .join('\n');

/** What an answer says: a page or a sheet as it is, of a workbook its cells, of a paper its text. */
export async function wordsOf(answer: APIResponse): Promise<string> {
  const type = answer.headers()['content-type'] ?? '';
  if (/spreadsheet/.test(type))
    return JSON.stringify((await readXlsx(await answer.body())).sheets.map(({ rows }) => rows));
  if (/wordprocessing/.test(type)) return wordsOfDocument(await answer.body());
  if (!/application\/pdf/.test(type)) return answer.text();
  return (await extractText(new Uint8Array(await answer.body()), { mergePages: true })).text;
}

/** What of it stands behind doors. */
export const hiddenIn = (text: string): string[] => HIDDEN.filter((words) => plain(text).includes(words));
