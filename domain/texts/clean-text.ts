// What the database refuses too (`app.clean_line`, `app.clean_text`): control, direction and other invisible steering characters, and two
// that are none, which no XML may hold.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be found
const UNCLEAN_LINE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const UNCLEAN_PROSE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be found
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** Half a sign, as only JSON can bring it: no text of the database holds one, and its JSON answers with an error. */
const HALF_SIGN = /[\ud800-\udfff]/gu;

/** Signs that nobody sees, or that look like a blank: alone they say nothing, and in a name they make two of one. */
export const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Is there anything to be read? */
export const isVisible = (text: string) => /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);

/** One line as it is kept: NFC, single blanks, nothing invisible. */
export const cleanLine = (text: string) =>
  text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(UNCLEAN_LINE, '')
    .replace(HALF_SIGN, '')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();

/** Text of several lines as it is kept: NFC, "\n" as the only line end, nothing invisible. */
export const cleanProse = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(UNCLEAN_PROSE, '').replace(HALF_SIGN, '').normalize('NFC').trim();

/**
 * The key under which words are searched: the same folding as the database's `app.search_key`
 * (lower case, no marks, đ→d, single blanks), so that "dong nai" finds "Đồng Nai".
 */
export const searchKey = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u0111\u00f0\u0110\u00d0]/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
