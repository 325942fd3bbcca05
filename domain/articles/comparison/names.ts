import type { Said } from './said';

/** How a woman or a man is addressed: what follows with a capital is a name, if it is one word alone. */
const ADDRESSES = ['chị', 'bà', 'cô', 'ông', 'anh', 'em', 'bé', 'cụ', 'bác', 'dì'];
/** Words that may stand before a name with a capital, and are none of it. */
const BEFORE = new Set([
  ...ADDRESSES,
  ...'xã phường tỉnh thành huyện ấp thôn khu tổ hội chi câu ban phó chủ trưởng tại ở từ theo và với các những khi'.split(
    ' ',
  ),
]);

/** What has a name of its own in English. */
const KNOWN: Record<string, string[]> = {
  'Việt Nam': ['Vietnam', 'Viet Nam'],
  'Hà Nội': ['Hanoi', 'Ha Noi'],
  'Hồ Chí Minh': ['Ho Chi Minh'],
  'Đà Nẵng': ['Da Nang', 'Danang'],
  'Nguyên Đán': ['Lunar New Year', 'Tet'],
  'Trung Thu': ['Mid-Autumn'],
};
const NO_NAME = /^(Thứ|Chủ) (Hai|Ba|Tư|Năm|Sáu|Bảy|Nhật)$/;

const WORD = /[\p{L}\p{M}\d]+/gu;
/** An abbreviation or a code is none. */
const isNamed = (word: string) => /^\p{Lu}[\p{L}\p{M}]*$/u.test(word) && !/^\p{Lu}{2,}$/u.test(word);

type Run = { words: string[]; begins: boolean; address: boolean };

/** Words with a capital that follow each other after a single blank. */
function runsIn(text: string): Run[] {
  const runs: Run[] = [];
  let [end, before] = [0, ''];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const between = text.slice(end, index);
    const last = runs.at(-1);
    if (isNamed(word) && last && between === ' ' && isNamed(before)) last.words.push(word);
    else if (isNamed(word))
      runs.push({
        words: [word],
        begins: end === 0 || /[.!?…:;\n"“”«–-]/.test(between),
        address: between === ' ' && ADDRESSES.includes(before.toLowerCase()),
      });
    [end, before] = [index + word.length, word];
  }
  return runs;
}

/** The name within a run: without what stands before it. */
function nameOf({ words, begins, address }: Run): { name: string; keys: string[] } | null {
  const first = words.findIndex((word) => !BEFORE.has(word.toLowerCase()));
  if (first < 0) return null;
  const own = words.slice(first);
  const addressed = first > 0 ? ADDRESSES.includes((words[first - 1] ?? '').toLowerCase()) : address;
  if (own.length < 2 && !addressed) return null;
  const name = own.join(' ');
  if (NO_NAME.test(name)) return null;
  // The first word of a sentence has a capital, whatever it is.
  const inside = begins && first === 0 && own.length > 1 ? [own.slice(1).join(' ')] : [];
  const known = Object.keys(KNOWN).filter((each) => name.includes(each));
  return { name, keys: [name, ...inside, ...known.flatMap((each) => KNOWN[each] ?? [])] };
}

const toSaid = (name: string, keys: string[]): Said => ({
  kind: 'name',
  said: name,
  keys: keys.map((key) => `name:${key}`),
  offers: [],
});

/** Names of people and places in a Vietnamese text: a translation keeps them with their marks. */
export const namesIn = (text: string): Said[] =>
  runsIn(text).flatMap((run) => {
    const found = nameOf(run);
    return found ? [toSaid(found.name, found.keys)] : [];
  });

/** Vietnamese names in an English text: from the first to the last word with a mark, for what stands around may be English. */
export const markedNamesIn = (text: string): Said[] =>
  runsIn(text).flatMap(({ words }) => {
    const isMarked = (word: string) => /[^A-Za-z]/.test(word);
    const name = words.slice(words.findIndex(isMarked), words.findLastIndex(isMarked) + 1).join(' ');
    return words.some(isMarked) ? [toSaid(name, [name])] : [];
  });

const LETTER = /[\p{L}\p{M}\d]/u;

/** Whether a text holds a name as whole words. */
export function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!LETTER.test(text[at - 1] ?? '') && !LETTER.test(text[at + name.length] ?? '')) return true;
  return false;
}
