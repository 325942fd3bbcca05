import { describe, expect, test } from 'vitest';
import { nameKey } from '@/domain/people/name';
import { NAMES_MAX, placeKeys, writtenNames } from './written-names';

const keys = (...texts: string[]) => writtenNames(texts).map(({ key }) => key);

describe('a name is two to six words with capitals of which the first is a family name', () => {
  test.each([
    ['Chị Nguyễn Thị Lan mở lớp.', 'nguyễn thị lan'],
    ['Lớp học do bà Trần Thị Kim Ngân phụ trách', 'trần thị kim ngân'],
    ['Anh Lê Lợi kể.', 'lê lợi'],
    ['theo Công Tằng Tôn Nữ Thị Mai', 'tằng tôn nữ thị mai'],
    ['hội viên Điểu Thị Hoa', 'điểu thị hoa'],
    ['chị Vòng Mỹ Linh', 'vòng mỹ linh'],
    ['Chị Mai Lan, tổ trưởng', 'mai lan'],
    ['cô Hà Thu', 'hà thu'],
    ['do Đoàn Ngọc Lan viết', 'đoàn ngọc lan'],
    ['Long Thị Hoa dạy chữ', 'long thị hoa'],
    ['Chủ tịch Hội LHPN xã Nguyễn Thị Hòa phát biểu', 'nguyễn thị hòa'],
    ['Chi hội trưởng khu phố Nguyễn Thị Hạnh', 'nguyễn thị hạnh'],
    ['cô giáo mầm non Phạm Thị Hoa', 'phạm thị hoa'],
    ['Hiệu trưởng nhà trường Phạm Thị Hoa', 'phạm thị hoa'],
    ['taught by Nguyen Thi Lan in the evening', 'nguyen thi lan'],
    ['Ms. Do Hoa said', 'do hoa'],
    ['Mrs Ho Thi Mai', 'ho thi mai'],
    ['chị Nguyễn Như Ý', 'nguyễn như ý'],
  ])('%s', (text, key) => {
    expect(keys(text)).toEqual([nameKey(key)]);
  });

  test('however it is spelled, and once', () => {
    expect(keys('LÊ THỊ HOÀ', 'Lê Thị Hòa', 'Lê Thị\u00a0 Hoà'.normalize('NFD'))).toEqual(['lê thị hòa']);
    expect(writtenNames(['Chị Nguyễn Thị Lan', 'NGUYỄN THỊ LAN'])).toEqual([
      { name: 'Nguyễn Thị Lan', key: 'nguyễn thị lan' },
    ]);
  });

  test('without marks it is the one with marks, where that stands in the piece too', () => {
    expect(keys('Chị Nguyễn Thị Lan', 'Nguyen Thi Lan teaches')).toEqual(['nguyễn thị lan']);
    expect(keys('Chị Nguyễn Thị Lan', 'Nguyen Thi Hoa teaches')).toEqual(['nguyễn thị lan', 'nguyen thi hoa']);
  });

  test('two people behind one another are two', () => {
    expect(keys('Nguyễn Thị Lan, Trần Thị Hoa')).toEqual(['nguyễn thị lan', 'trần thị hoa']);
    expect(keys('NGUYỄN THỊ LAN VÀ TRẦN THỊ HOA')).toEqual(['nguyễn thị lan', 'trần thị hoa']);
    expect(keys('Nguyễn Thị Lan Trần Thị Hoa')).toEqual(['nguyễn thị lan', 'trần thị hoa']);
    expect(keys('Nguyễn Thị Lan và Nguyễn Thị Lan Anh')).toEqual(['nguyễn thị lan', 'nguyễn thị lan anh']);
  });

  test('of a title that is all capitals what stands by itself elsewhere is told, else the words as they stand', () => {
    expect(keys('NGUYỄN THỊ LAN DẠY CẢ XÓM DÙNG VNEID', 'Chị Nguyễn Thị Lan')).toEqual(['nguyễn thị lan']);
    expect(keys('NGUYỄN THỊ LAN DẠY CẢ XÓM DÙNG VNEID')).toEqual(['nguyễn thị lan dạy cả xóm']);
  });
});

describe('no name of a person', () => {
  test.each([
    'Chị Lan dạy chị Hoa',
    'nguyễn thị lan',
    'Bà Lê. Thị Hoa',
    'Bà Lê\nThị Hoa',
    'Nguyễn Thị A. khai nhận',
    'Thành phố Hồ Chí Minh',
    'học tập tư tưởng Hồ Chí Minh',
    'Ho Chi Minh City',
    'ở Hà Nội và Lâm Đồng',
    'báo Hà Nội Mới',
    'Đoàn Thanh niên phường',
    'Từ Long Khánh về',
    'nhà số 5 đường Nguyễn Ái Quốc',
    'ở phố Lê Lợi',
    'Trường Tiểu học Nguyễn Đình Chiểu',
    'Trường THCS Võ Thị Sáu',
    'chợ Phạm Văn Hai',
    'on Nguyen Ai Quoc Street',
    'at Nguyen Dinh Chieu Primary School',
    'Do Not Share Your Code',
    'Do Hội Liên hiệp Phụ nữ tổ chức',
    'Hội Liên hiệp Phụ nữ Việt Nam',
    'Vũ khí của kẻ lừa đảo',
    'đi taxi Mai Linh',
    'uống trà Thái Nguyên, trà Cao Sơn',
    'Bình Dương, An Giang, Long Thành',
    '',
  ])('%s', (text) => {
    expect(keys(text)).toEqual([]);
  });

  test('is a commune, with marks and without', () => {
    const places = placeKeys(['Hồ Nai', 'Trần Biên', 'Phan Lương']);
    expect(writtenNames(['ở Trần Biên', 'in Tran Bien', 'Hồ Nai Mở Lớp', 'ở Phan Lương'], places)).toEqual([]);
    expect(writtenNames(['chị Trần Biên Hòa'], places)).toHaveLength(1);
  });
});

test('texts that are all names or all capitals are read to a bound, and at once', () => {
  const began = performance.now();
  const names = Array.from(
    { length: 5_000 },
    (_, at) => `chị Nguyễn Thị ${'A'.repeat((at % 15) + 2)}${'b'.repeat(at % 4)}`,
  );
  expect(writtenNames([names.join(', ')]).length).toBeLessThanOrEqual(NAMES_MAX + 1);
  for (const text of ['Nguyễn Thị '.repeat(20_000), 'Ab Cd '.repeat(50_000), `${'A'.repeat(100_000)} `.repeat(3)])
    expect(writtenNames([text]).length).toBeLessThanOrEqual(NAMES_MAX + 1);
  expect(performance.now() - began).toBeLessThan(10_000);
});
