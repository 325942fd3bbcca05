import { nameKey, wordsOf } from '@/domain/people/name';
import { searchKey } from '@/domain/texts/clean-text';

/** Given names of women, and some of men, that one hears in communes; those that begin sentences as often or name places are left out. */
const GIVEN = wordsOf(`
  lan hoa huệ mai cúc đào hồng hương hường hạnh hiền hằng hân hà hải hậu hảo thảo thu thúy thuý thủy thuỷ thùy thuỳ thắm thơm thoa thương thư
  trang trinh trâm trúc tuyết tuyền vân vy yến nga ngân ngọc nguyệt nhung nhi nhàn như oanh phương phượng phụng quyên quỳnh quế sen sương linh liên liễu
  loan lệ ly lài bích châu cẩm diễm diệu dung duyên giang gấm kim kiều khuyên lụa my nụ nương tâm thục trân uyên ánh huyền lành nhạn
  tươi thanh hùng dũng cường tuấn tùng thắng phúc minh anh`);
/** Without marks, as in English, these are other words. */
const OTHERS = new Set(wordsOf('van le'));

const MARKED = new Set(GIVEN);
const PLAIN = new Set(GIVEN.map(searchKey).filter((key) => !OTHERS.has(key)));

export const isGivenName = (key: string | undefined): key is string =>
  key !== undefined && (MARKED.has(key) || PLAIN.has(key));

/** What somebody does or says: before it even the first word of a sentence, or one among capitals, is whoever does it. */
const DOES = new Set(
  wordsOf(`kể nói bảo cười dạy hỏi nhớ mừng chia tâm đã đang sẽ cũng vẫn rất tự giúp mở học
    says said tells told teaches taught helps helped shows showed learns learned learnt uses used sells sold goes went writes wrote is was has had`),
);
export const isDeed = (key: string | undefined) => key !== undefined && DOES.has(key);

/** Given names that begin sentences as often, and end names of places and of offices: as one alone they are told within a sentence and behind who is addressed. */
const BEGINS = new Set(wordsOf('như thu mai trang liên phúc hà ngân phương thanh'));
export const isOtherAtFirst = (key: string) => BEGINS.has(key);

const keyed = (...words: string[]): ReadonlySet<string> => new Set(words.map(nameKey));

/** Two words that are none of a person, the first alone with a capital. */
export const COMPOUNDS = keyed(
  'liên hiệp',
  'liên đoàn',
  'liên minh',
  'liên hợp',
  'liên kết',
  'ngân hàng',
  'ngân sách',
  'thanh niên',
  'thanh tra',
  'thanh toán',
  'hải quan',
  'hoa kỳ',
  'hoa học',
  'tâm lý',
  'tâm sự',
);

/** Places elsewhere, and flowers, that are spelled as two given names. */
export const NO_PERSONS = keyed(
  'hải châu',
  'hà giang',
  'kim liên',
  'hải hậu',
  'hậu giang',
  'hương thủy',
  'cẩm giang',
  'hoa sen',
  'hoa mai',
  'hoa đào',
  'hoa lan',
  'hoa huệ',
  'hoa cúc',
  'hoa hồng',
);

/** Behind one of these stands the name of a place, a day or a thing. */
export const THINGS = new Set(
  wordsOf(`xã phường ấp thôn tỉnh huyện quận khu phố tổ đường cầu chợ sông núi suối hồ trường chùa nhà hàng công ty hiệu mạng trang wifi mạch về thứ tháng tết mùa giống
    hoa cây gạo bánh xe quán tiệm the`),
);
