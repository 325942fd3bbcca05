const BLANK = '\u00a0';

/** Words that say one thing together and are not to be torn apart at the end of a line. Longer ones stand first. */
const compounds = [
  // "số 1+1" stands on the next line: together they are longer than a line of large letters on a phone
  /hướng dẫn viên/giu,
  /phụ nữ số/giu,
  /gia đình số/giu,
  /chi hội số/giu,
  /chi hội/giu,
  /câu lạc bộ/giu,
  /công nghệ số|kỹ năng số/giu,
  /cô giáo/giu,
  /(?<!\p{L})(?:chị|cô|bà|ông|anh|em) \p{Lu}\p{Ll}+/gu,
  /(?<!\p{L})(?:khu phố|ấp|thôn|tổ|bước) \d{1,3}(?!\d)\p{L}?/giu,
  // not longer than a line of large letters on a phone holds
  /(?<!\p{L})(?:[Ấấ]p|[Tt]hôn)(?: \p{Lu}\p{Ll}*){1,2}/gu,
  /cả xóm(?!\p{L})/giu,
  /\p{L}+ 1\+1/giu,
  /Đồng Nai|Long Hưng|Trảng Dài|Hưng Phước/gu,
];

/**
 * Headings, names and cells whose compounds stay together: "Phụ nữ số", "Khu phố 5", "Ấp Ông Hường", "chị Vân", "với
 * 1+1". Only for what is drawn: a file, a form and a search get the plain words.
 */
export function keepTogether(words: string): string {
  if (!words.includes(' ')) return words;
  const known = kept.get(words);
  if (known !== undefined) return known;
  const together = compounds.reduce(
    (text, compound) => text.replace(compound, (found) => found.replaceAll(' ', BLANK)),
    words,
  );
  if (kept.size >= KEPT_MAX || Date.now() - keptSince > KEPT_MS) {
    kept.clear();
    keptSince = Date.now();
  }
  if (words.length <= KEPT_LENGTH) kept.set(words, together);
  return together;
}

/**
 * Names and cells come again on every page: going through all compounds takes longer than drawing them. Some are names of women, who may
 * be erased: none stays for long.
 */
const kept = new Map<string, string>();
let keptSince = Date.now();
const KEPT_MAX = 4_000;
const KEPT_LENGTH = 80;
const KEPT_MS = 60_000;
