import type { Locale } from '@/domain/locale';
import { type Found, type Said, same, taken } from './said';

/** Vietnamese writes 1.234,5 where English writes 1,234.5; both may leave a narrow blank between thousands. */
const GROUPED = {
  vi: /^[1-9]\d{0,2}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?$/,
  en: /^[1-9]\d{0,2}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?$/,
} as const;
const POINT = { vi: ',', en: '.' } as const;

/** The number that a run of digits means in a language, in one spelling; null where it is none, as 1.2.3. */
export function numberOf(run: string, locale: Locale): string | null {
  const isGrouped = GROUPED[locale].test(run);
  const [whole = '', fraction = '', ...more] = run.split(isGrouped ? POINT[locale] : /[.,]/);
  const digits = isGrouped ? whole.replace(/\D/g, '') : whole;
  return more.length > 0 || !/^\d+$/.test(digits) ? null : spelled(digits, fraction);
}

function spelled(whole: string, fraction: string): string {
  const [front, behind] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')];
  return behind ? `${front}.${behind}` : front;
}

/** The point goes to the right, once for each nought of a thousand or a million. */
function times(number: string, noughts: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const digits = fraction.padEnd(noughts, '0');
  return spelled(whole + digits.slice(0, noughts), digits.slice(noughts));
}

const NOUGHTS: Record<string, number> = {
  nghìn: 3,
  ngàn: 3,
  triệu: 6,
  tỷ: 9,
  tỉ: 9,
  thousand: 3,
  million: 6,
  billion: 9,
};
const RUN = /(?<![\p{L}\p{M}\d])\d+(?:[.,\u00a0\u202f]\d+)*/u.source;
const AMOUNT = {
  vi: new RegExp(`(${RUN})(?:\\s?(%|phần trăm)|\\s(nghìn|ngàn|triệu|tỷ|tỉ)(?![\\p{L}\\p{M}]))?`, 'giu'),
  en: new RegExp(`(${RUN})(?:\\s?(%|per ?cent)|\\s(thousand|million|billion)(?![\\p{L}\\p{M}]))?`, 'giu'),
} as const;

/** Numbers and shares in digits. A run that is no number, as 1.2.3, is as many as it has parts. */
export function numbersIn(found: Found, locale: Locale): Found {
  const several: Said[] = [];
  const taking = taken(found, AMOUNT[locale], ([whole = '', run = '', percent, large]) => {
    const number = numberOf(run, locale);
    if (number === null) {
      several.push(
        ...run.split(/\D/).map((part) => ({ ...same('number', `number:${spelled(part, '')}`), said: whole })),
      );
      return { kind: 'number', keys: [], offers: [] };
    }
    if (percent)
      return { kind: 'percent', keys: [`percent:${number}`], offers: [`percent:${number}`, `number:${number}`] };
    return same('number', `number:${times(number, NOUGHTS[large?.toLowerCase() ?? ''] ?? 0)}`);
  });
  return { ...taking, said: [...taking.said, ...several] };
}

const WORDS = {
  vi: 'không một hai ba bốn năm sáu bảy tám chín mười',
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
} as const;
const OTHERS: Record<Locale, Record<string, number>> = {
  vi: { mốt: 1, nhất: 1, đôi: 2, cặp: 2, nhì: 2, tư: 4, lăm: 5, bẩy: 7, chục: 10 },
  en: {
    a: 1,
    an: 1,
    once: 1,
    first: 1,
    twice: 2,
    both: 2,
    pair: 2,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    dozen: 12,
  },
};
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const smallIn = (locale: Locale) =>
  new Map([...WORDS[locale].split(' ').map((word, at) => [word, at] as const), ...Object.entries(OTHERS[locale])]);
const SMALL = { vi: smallIn('vi'), en: smallIn('en') };

/** Small numbers in words: they are never asked for, but answer for the same number in digits. */
export function numbersInWords(text: string, locale: Locale): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.flatMap((word, at) => {
    const next = SMALL[locale].get(words[at + 1] ?? '') ?? 0;
    const tens = locale === 'en' ? (TENS.indexOf(word) + 2) * 10 : 0;
    if (tens > 10) return [tens, tens + (next < 10 ? next : 0)].map((value) => `number:${value}`);
    const small = SMALL[locale].get(word);
    if (small === undefined) return [];
    if (locale === 'vi' && words[at + 1] === 'mươi') {
      const ones = SMALL.vi.get(words[at + 2] ?? '') ?? 0;
      return [small * 10, small * 10 + (ones < 10 ? ones : 0)].map((value) => `number:${value}`);
    }
    return [`number:${small}`];
  });
}
