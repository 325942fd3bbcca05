const BLANK = '\u00a0';

/** Words that say one thing together and are not to be torn apart at the end of a line. Longer ones stand first. */
const compounds = [
  /hướng dẫn viên số(?: 1\+1)?/giu,
  /phụ nữ số/giu,
  /gia đình số/giu,
  /chi hội số/giu,
  /chi hội/giu,
  /câu lạc bộ/giu,
  /công nghệ số|kỹ năng số/giu,
  /cô giáo/giu,
  /(?<!\p{L})(?:chị|cô|bà|ông|anh|em) \p{Lu}\p{Ll}+/gu,
  /(?:khu phố|ấp|thôn|tổ|bước) \d+\p{L}?/giu,
  /\p{L}+ 1\+1/giu,
  /\p{L}+ VNeID/gu,
  /Đồng Nai|Long Hưng|Trảng Dài|Hưng Phước/gu,
];

/** A heading whose compounds stay together: "Phụ nữ số", "chi hội", "Khu phố 5", "chị Vân", "với 1+1", "dùng VNeID". */
export const keepTogether = (heading: string): string =>
  compounds.reduce((text, compound) => text.replace(compound, (found) => found.replaceAll(' ', BLANK)), heading);
