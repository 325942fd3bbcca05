import { addDays, type Day, isDay, today } from '@/domain/days/day';
import { readDay } from '@/domain/days/day-spelling';
import { normalPhone } from '@/domain/people/phones/phone';
import { searchKey } from '@/domain/texts/clean-text';
import type { MemberKind } from '../import';

/** Day 0 of Excel's calendar (which counts a 29 February 1900 that never was, hence the 30th). */
const SERIAL_ZERO: Day = '1899-12-30';
/** Below stand years; Excel's own number of 18 May 1927. */
const SERIAL_MIN = 10_000;

const fullYear = (year: number): number => {
  if (year >= 100) return year;
  const now = Number(today().slice(0, 4));
  return year + 2000 <= now ? year + 2000 : year + 1900;
};

const dayText = (year: number, month: number, day: number) =>
  `${String(fullYear(year)).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/**
 * The day in a cell: in any spelling that a form takes, with two digits of the year (24.11.26), as the number that Excel keeps;
 * 11/2026 and 2026 stand for their first day. Null for anything else.
 */
export function readDayCell(text: string): Day | null {
  const plain = text
    .replace(/^'/, '')
    .trim()
    .replace(/(\s+00?:00(:00)?|T).*$/, '');
  const read = readDay(plain);
  if (read.ok) return read.value;
  const found = (day: string) => (isDay(day) ? day : null);
  const short = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{2})$/.exec(plain);
  if (short) return found(dayText(Number(short[3]), Number(short[2]), Number(short[1])));
  const month = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(plain);
  if (month) return found(dayText(Number(month[2]), Number(month[1]), 1));
  const number = /^(\d{4}|[1-7]\d{4})$/.test(plain) ? Number(plain) : Number.NaN;
  if (number >= 1900 && number <= 2199) return found(dayText(number, 1, 1));
  return number >= SERIAL_MIN ? found(addDays(SERIAL_ZERO, number)) : null;
}

const BIRTH_MIN = 1900;

/** The year of a birth; of a whole date nothing but the year. Null where it is none. */
export function readBirthYear(text: string): number | null {
  const year = Number(readDayCell(text)?.slice(0, 4) ?? Number.NaN);
  return year >= BIRTH_MIN && year <= Number(today().slice(0, 4)) ? year : null;
}

/** Prefixes of eleven digits and those that took their place in 2018; old lists still have them. */
const RENEWED: Record<string, string> = {
  '120': '70',
  '121': '79',
  '122': '77',
  '123': '83',
  '124': '84',
  '125': '85',
  '126': '76',
  '127': '81',
  '128': '78',
  '129': '82',
  '162': '32',
  '163': '33',
  '164': '34',
  '165': '35',
  '166': '36',
  '167': '37',
  '168': '38',
  '169': '39',
  '186': '56',
  '188': '58',
  '199': '59',
};

/** A mobile number in any spelling, also where Excel took it for a sum and ate the 0 in front. Null where it is none. */
export function readPhone(text: string): string | null {
  const digits = text.replace(/[\s.,()'\u00a0-]/g, '').replace(/^00(?=84)/, '');
  if (/^[35789]\d{8}$/.test(digits)) return `+84${digits}`;
  const old = /^(?:\+?84|0)?(1\d\d)(\d{7})$/.exec(digits);
  const renewed = old?.[1] && RENEWED[old[1]];
  return normalPhone(renewed ? `${renewed}${old[2]}` : digits) ?? null;
}

const KINDS: Record<string, MemberKind> = {
  'hoi vien': 'member',
  'hoi vien thuong': 'member',
  'thuong xuyen': 'member',
  member: 'member',
  'nong cot': 'core',
  'hoi vien nong cot': 'core',
  core: 'core',
  'core member': 'core',
  'danh du': 'honorary',
  'hoi vien danh du': 'honorary',
  honorary: 'honorary',
  'honorary member': 'honorary',
};

/** The kind of member; null where the word is not known. */
export const readKind = (text: string): MemberKind | null => KINDS[searchKey(text)] ?? null;

/** A name from a sheet: Đ for the Icelandic Ð, and capitals only where all are ("NGUYỄN THỊ LAN"). Null where it is none. */
export function readName(text: string): string | null {
  const name = text.replace(/Ð/g, 'Đ').replace(/ð/g, 'đ').replace(/\s+/gu, ' ').trim();
  if (name.length < 2 || name.length > 80 || !/\p{L}/u.test(name) || /\d/.test(name)) return null;
  const shouted = name === name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi');
  if (!shouted) return name;
  return name
    .toLocaleLowerCase('vi')
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
}
