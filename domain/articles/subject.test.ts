import { describe, expect, test } from 'vitest';
import { subjectOf } from './subject';

const of = (title: string, ...codes: string[]) =>
  subjectOf({ title, topics: codes.map((code) => ({ code, name: code })) });

describe('what a piece is about', () => {
  test('the model or skill in its title comes first, in both languages', () => {
    expect(of('Khu phố 5 mở Câu lạc bộ Phụ nữ số đầu tiên', 'ocop')).toBe('digital_womens_club');
    expect(of("Long Hưng ward's first Digital Women's Club")).toBe('digital_womens_club');
    expect(of('Mười hai thành viên, một Gia đình số', 'devices')).toBe('digital_family');
    expect(of('Hưng Phước vẫn đi đầu với 1+1')).toBe('one_plus_one_instructor');
    expect(of('Giờ trẻ ngủ trưa, các cô giáo dạy nhau dùng VNeID', 'guiding-others')).toBe('vneid');
  });

  test('else the topic that says most, whatever their order; a topic added later counts, and nothing is nothing', () => {
    expect(of('Tin', 'devices', 'cashless-payment')).toBe('cashless-payment');
    expect(of('Tin', 'guiding-others', 'vneid')).toBe('vneid');
    expect(of('Tin', 'a-new-topic')).toBe('a-new-topic');
    expect(of('Tin')).toBeNull();
  });
});
