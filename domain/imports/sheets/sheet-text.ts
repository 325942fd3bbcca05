import { isUtf8 } from 'node:buffer';
import { cleanLine } from '@/domain/texts/clean-text';

/** One row of a sheet, with the number it has there. */
export type SheetRow = { no: number; cells: string[] };

export const CELL_CHARACTERS_MAX = 500;

/**
 * The text of a file: UTF-8, UTF-16 where it says so, and what is neither as Windows-1258, which Vietnamese Excel saved for
 * years. Null for what is no text at all.
 */
export function textOf(bytes: Buffer): string | null {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text does not hold
  return /[\u0000-\u0008]/.test(text.slice(0, 20_000)) ? null : text;
}

function encodingOf(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  return 'windows-1258';
}

/** Cells as one line of text each, up to the last that holds something. */
export function textRow(values: readonly unknown[]): string[] {
  const cells = values.map(cellText);
  let length = cells.length;
  while (length > 0 && !cells[length - 1]) length--;
  return cells.slice(0, length);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  // the apostrophe before a number or a sign only says that it is text
  return cleanLine(String(value))
    .replace(/^'(?=[\d=+@\uff1d\uff0b\uff0d\uff20-])/, '')
    .slice(0, CELL_CHARACTERS_MAX);
}

/** A day of the sheet as everybody writes it, 24/11/2026. */
function dateText(date: Date): string {
  const [year, month, day] = Number.isNaN(date.getTime()) ? [] : date.toISOString().slice(0, 10).split('-');
  return year && month && day ? `${day}/${month}/${year}` : '';
}
