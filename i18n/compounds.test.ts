import { describe, expect, test } from 'vitest';
import { keepTogether } from './compounds';

const seen = (text: string) => keepTogether(text).replaceAll('\u00a0', '_');

describe('headings', () => {
  test('keep together what says one thing', () => {
    expect(seen('Khu phố 5 mở Câu lạc bộ Phụ nữ số đầu tiên')).toBe('Khu_phố_5 mở Câu_lạc_bộ Phụ_nữ_số đầu tiên');
    expect(seen('Mỗi chi hội một Gia đình số')).toBe('Mỗi chi_hội một Gia_đình_số');
    expect(seen('Hưng Phước vẫn đi đầu với 1+1')).toBe('Hưng_Phước vẫn đi đầu với_1+1');
    expect(seen('Hướng dẫn viên số 1+1')).toBe('Hướng_dẫn_viên số_1+1');
    expect(seen('Biết rồi vẫn học: chuyện chị Vân ở khu phố')).toBe('Biết rồi vẫn học: chuyện chị_Vân ở khu phố');
    // with the word before it, it is longer than a line of large letters on a phone, and would be cut within
    expect(seen('các cô giáo dạy nhau dùng VNeID')).toBe('các cô_giáo dạy nhau dùng VNeID');
  });

  test('and names of places, in cells and lines too', () => {
    expect(seen('Tổ 12A, Chi hội Khu phố 12')).toBe('Tổ_12A, Chi_hội Khu_phố_12');
    expect(seen('Nhà văn hóa ấp Ông Hường, xã Thạnh Phú')).toBe('Nhà văn hóa ấp_Ông_Hường, xã Thạnh Phú');
    expect(seen('Chi hội Khu phố Ông Hường')).toBe('Chi_hội Khu phố Ông Hường');
    // a number that is longer than any of ours would not fit beside its word in large letters on a phone
    expect(seen('Tổ 2026')).toBe('Tổ 2026');
    expect(seen('Cả xóm cùng học')).toBe('Cả_xóm cùng học');
  });

  test('say the same words as before, and break everywhere else', () => {
    const title = 'Giờ trẻ ngủ trưa, mọi người dạy nhau';
    expect(keepTogether(title)).toBe(title);
    expect(keepTogether('Phụ nữ số').replaceAll('\u00a0', ' ')).toBe('Phụ nữ số');
  });
});
