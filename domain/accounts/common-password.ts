import { searchKey } from '@/domain/texts/clean-text';

/** Words that passwords are made of most often, here and elsewhere, without marks and blanks. */
const COMMON = [
  'matkhau password passwort passw0rd p4ssword pass qwertyuiop qwerty azerty asdfghjkl asdfgh zxcvbnm zxcvbn abcdefghijkl abcdef abcd abc',
  'admin administrator root user guest test demo login welcome master secret letmein iloveyou dragon monkey football superman princess sunshine',
  'phunuso phunu hoilienhiep lienhiep hoilhpn lhpn hoivien hoi chihoi canbo chutich phuong xa to doan congdoan thidua giadinhso giadinh huongdan chuyendoiso',
  'dongnai bienhoa longkhanh binhphuoc longthanh nhontrach trangbom xuanloc vinhcuu dinhquan tanphu cammy thongnhat longhung trangdai dongxoai saigon hanoi vietnam',
  'anhyeuem emyeuanh yeuem yeuanh yeu tinhyeu khongbiet khongnho khongco hanhphuc maimai xinchao camon chaoem ngoisao thienthan conheo congai contrai bame giupdo',
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly thi van',
]
  .join(' ')
  .split(' ');

/** The longest first, so that nothing of it is left over. */
const anyOf = (words: readonly string[]) =>
  new RegExp([...words].sort((one, other) => other.length - one.length).join('|'), 'g');
const WORDS = anyOf(COMMON);
/** Fewer letters than these beside common words and figures add nothing. */
const OWN_LETTERS_MIN = 4;
const DIFFERENT_MIN = 5;

/** A password as those are compared that are tried first: small letters without marks and blanks. */
export const foldedPassword = (password: string): string => searchKey(password).replace(/\s/g, '');

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '');

/**
 * Is this one of the passwords that are tried first: common words, those of `near` (small letters and figures without marks), figures, signs and
 * hardly anything else, or a few letters over and over?
 */
export function isCommonPassword(password: string, near: readonly string[] = []): boolean {
  const folded = foldedPassword(password);
  if (new Set(folded).size < DIFFERENT_MIN) return true;
  const words = near.length > 0 ? anyOf([...COMMON, ...near]) : WORDS;
  // "pa-ss-word" is read by its letters, "passw0rd" by its figures
  return [folded, lettersOf(folded)].some((text) => new Set(lettersOf(text.replace(words, ''))).size < OWN_LETTERS_MIN);
}
