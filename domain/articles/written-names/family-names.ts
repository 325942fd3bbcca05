import { wordsOf as keysOf, nameKey } from '@/domain/people/name';

const wordsOf = (words: string): ReadonlySet<string> => new Set(keysOf(words));
const keyed = (...names: string[]) => names.map(nameKey);

/** Family names that are hardly ever another word: two words behind one another are a name. As `nameKey` writes them. */
export const FAMILIES = wordsOf(`
  nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ ngô dương lý đinh trịnh đào trương lương phùng tô tạ lưu vương quách nghiêm triệu tống
  khuất doãn đàm hứa giáp kiều bành cù điểu vòng voòng chíu lỷ sìn tằng chướng tôn thạch
  nguyen tran le pham huynh hoang vu vo dang bui ngo duong dinh trinh truong luong phung vuong quach nghiem`);

/** Family names that are words and places too: they are one in a name of three words, behind who is addressed, or before thị and văn. */
export const DOUBTFUL_FAMILIES = wordsOf(`
  hồ hà cao thái lâm châu mai kim la chu ninh đoàn tăng lục bạch tiêu vi lại giang khổng mã nhâm sầm ung viên ân bế nông lò`);

/** Those that are other words as often: only before thị and văn, or behind who is addressed. */
export const RARE_FAMILIES = wordsOf(`
  an long bình sơn đồng thân quan âu phòng văn thổ thị ông phú bá vân la tân trà ngọc kha hàn cam từ danh
  do ho ha thai lam chau doan tang to ta ly dao dam luu kieu ton thach dieu vong cu tu vi`);

/** The second word of a name that is nothing else. */
export const MIDDLE_WORDS = wordsOf('thị văn thi van');

/** Who is addressed or told of by a name. */
export const ADDRESSES = wordsOf(`
  chị bà cô ông anh em dì bác chú thím mẹ cụ thầy bé bạn chí viên ms mrs mr miss dr sister aunt`);

/** Those of them that are shortened, and bear a point. */
export const TITLES = wordsOf('ms mrs mr dr');

/** With one of these a name has ended, in a title of capitals. */
export const ENDING_WORDS = wordsOf(`
  và ở của với tại cho do là trong về đã cùng chủ phó giám and of in at with for from to teaches shows helps`);

/** Behind a name in English: it is that of a street, a school or a place. */
export const PLACES_BEHIND = wordsOf(`
  street road avenue school neighbourhood hamlet ward commune district province city bridge market park primary secondary high university hospital prize award`);

/** Words before a name that is that of a street, a school or a prize. */
export const PLACES_BEFORE: readonly RegExp[] = [
  /(?:^| )(?:đường|đại lộ|chợ|cầu|công viên|quảng trường|giải|giải thưởng)$/,
  /^(?:(?:.* )?(?!khu )\S+ )?phố$/,
  /^(?:(?:.* )?(?!nhà )\S+ )?trường(?: (?:th|thcs|thpt|tiểu học|trung học|trung học cơ sở|trung học phổ thông|mầm non|mẫu giáo|đại học|cao đẳng))?$/,
];

/** What begins as a name does and is none, whatever follows. */
export const NO_NAMES_BEGIN: readonly string[] = keyed(
  'hồ chí minh',
  'ho chi minh',
  'hồ sơ',
  'hà nội',
  'cao đẳng',
  'cao su',
  'đoàn thanh niên',
  'đoàn viên',
  'tăng cường',
  'tăng trưởng',
);

/** Places that are spelled as a name is. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  keyed(
    'hoàng sa',
    'hoàng mai',
    'lý sơn',
    'lương sơn',
    'tô châu',
    'đoàn thanh',
    'phan thiết',
    'phan rang',
    'đào tạo',
    'lê nin',
    'dương lịch',
    'thái lan',
    'thái bình dương',
    'lâm đồng',
    'cao bằng',
    'hoàng liên sơn',
    'vũ trụ',
    'triệu đồng',
  ),
);
