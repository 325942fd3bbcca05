/**
 * The letters of the small alphabet of SMS (GSM 03.38), seven bits each. One letter beyond it, as in nearly every
 * Vietnamese word, and the whole SMS takes the large one (UCS-2).
 */
const SMALL = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Letters of the small alphabet that take two places. */
const DOUBLE = new Set('\f^{}\\[~]|€');

/** Places in an SMS that stands alone, and in each part of a longer one, where some are needed to join the parts. */
const ROOM = { small: { alone: 160, part: 153 }, large: { alone: 70, part: 67 } };

export type Sms = {
  alphabet: keyof typeof ROOM;
  /** how many SMS are paid for */
  parts: number;
};

/** How many SMS a text becomes. A letter that takes two places is never split between two parts. */
export function smsOf(text: string): Sms {
  const letters = [...text.normalize('NFC')];
  const alphabet = letters.every((letter) => SMALL.has(letter) || DOUBLE.has(letter)) ? 'small' : 'large';
  const places = letters.map((letter) => (alphabet === 'small' ? (DOUBLE.has(letter) ? 2 : 1) : letter.length));
  const { alone, part } = ROOM[alphabet];
  if (places.reduce((sum, each) => sum + each, 0) <= alone) return { alphabet, parts: 1 };
  let parts = 1;
  let taken = 0;
  for (const each of places) {
    if (taken + each > part) {
      parts++;
      taken = 0;
    }
    taken += each;
  }
  return { alphabet, parts };
}

const PLAIN: Record<string, string> = {
  đ: 'd',
  Đ: 'D',
  '–': '-',
  '—': '-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
};

/** The same words without marks, as they are written on old phones: all of it fits the small alphabet. */
export const withoutMarks = (text: string): string =>
  [...text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')]
    .flatMap((letter) => [...(PLAIN[letter] ?? (letter !== '\n' && /\s/.test(letter) ? ' ' : letter))])
    .filter((letter) => SMALL.has(letter) || DOUBLE.has(letter))
    .join('');
