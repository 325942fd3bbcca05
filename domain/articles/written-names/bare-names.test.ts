import { expect, test } from 'vitest';
import { givenNames } from './bare-names';
import { CALLED_MAX } from './called-names';
import { placeKeys } from './written-names';

const given = (...texts: string[]) => givenNames(texts).map(({ name }) => name);

test.each([
  ['Từ hôm đó, Lan đi chợ bằng điện thoại.', ['Lan']],
  ['Cả tổ nhờ Thu Hà chỉ cách quét mã.', ['Thu Hà']],
  ['Lan kể: máy cũ mà vẫn dùng được.', ['Lan']],
  ['Lớp có Hoa, Huệ và Cúc.', ['Hoa', 'Huệ', 'Cúc']],
  ['In the evening Hương teaches her neighbours.', ['Hương']],
  ['Huong says that she sells more now.', ['Huong']],
  ['CHỊ LAN DẠY CẢ XÓM', ['CHỊ LAN']],
  ['LAN DẠY CẢ XÓM DÙNG MÁY', ['LAN']],
  ['CÔ NGUYỆT GIÚP BÀ CON ĐĂNG KÝ', ['CÔ NGUYỆT']],
  ['Nhờ chị Lan mà Hoa biết dùng.', ['chị Lan', 'Hoa']],
])('a given name is told without who is addressed before it, and in a title of capitals: %s', (text, names) => {
  expect(given(text)).toEqual(names);
});

test.each([
  'Hoa nở trước cổng, lan treo ngoài hiên.',
  'Ngân hàng mở thêm quầy. Liên hiệp các hội.',
  'Chị em đến Hội Liên hiệp Phụ nữ, gặp Đoàn Thanh niên.',
  'Ở xã Thanh Bình, chợ Hương, đường Hoa Sen, tháng Tư',
  'HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM',
  'THANH TOÁN KHÔNG TIỀN MẶT Ở CHỢ',
  'CHỊ EM PHỤ NỮ CẢ XÃ',
  'NGUYỄN THỊ LAN DẠY CẢ XÓM',
  'hành khách từ Hà Giang, Hà Nội và Thành phố Hồ Chí Minh',
  'The women open Zalo on Monday.',
  'Như đã báo, lớp dời giờ. Thu học phí một lần. Mai sẽ có lớp mới. Trang đã có bản mới.',
  'Cắm mạng LAN rồi mở máy. Hội thảo về Trang, Fanpage.',
  'NHƯ ĐÃ HỨA VỚI CHỊ EM',
  'GIA ĐÌNH HẠNH PHÚC',
  'HỘI LIÊN HIỆP PHỤ NỮ XÃ LONG HÀ ĐÃ MỞ LỚP',
  '',
])('nobody is told in: %s', (text) => {
  expect(given(text)).toEqual([]);
});

test('whoever is called by it too is told once, and a commune is nobody', () => {
  expect(given('Chị Lan kể. Sau đó, Lan cười.')).toEqual(['chị Lan']);
  expect(givenNames(['Cùng nhau về Thanh Hà dự hội.'], placeKeys(['Thanh Hà']))).toEqual([]);
});

test('of a text that is nothing else a bound is told', () => {
  const names =
    'lan hoa huệ mai cúc đào hồng hương hường hạnh hiền hằng hân hà hải hậu thảo thu thắm thơm thoa trang trinh trâm trúc tuyết vân yến nga ngân ngọc nguyệt nhung'
      .split(' ')
      .map((name) => `cùng ${name.charAt(0).toUpperCase()}${name.slice(1)} đi`);
  expect(givenNames([names.join(' ')])).toHaveLength(CALLED_MAX);
  for (const text of ['cùng Lan đi '.repeat(40_000), 'LAN DẠY '.repeat(25_000), 'CHỊ LAN '.repeat(25_000)])
    expect(givenNames([text]).length).toBeLessThan(3);
});
