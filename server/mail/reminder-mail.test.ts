import { expect, test } from 'vitest';
import { mailOf } from './mail';

const facts = {
  about: 'units',
  count: '3',
  placeKind: 'unit',
  placeName: 'Chi hội Khu phố 5',
  fromKind: 'ward',
  fromName: 'Long Hưng',
  lastDay: '2026-12-05',
};
const mail = (over: object = {}, locale: 'vi' | 'en' = 'vi') =>
  mailOf(
    {
      id: '00000000-0000-7000-8000-000000000000',
      about: 'reminded',
      locale,
      to: 'thoa@portal.test',
      name: 'Hồ Thị Kim Thoa',
      facts: { ...facts, ...over },
    },
    'https://portal.test',
  );

test('a reminder by mail says who asks, where, how much and by when, leads to her first page and names no one but her', () => {
  const { subject, text, html, entry } = mail();
  expect(subject).toBe('Nhắc việc: Chi hội Khu phố 5');
  for (const said of ['Hội LHPN phường Long Hưng nhắc: 3 nơi', '05/12/2026', 'https://portal.test/admin'])
    expect(text).toContain(said);
  expect(html).toContain('Mở trang Hôm nay');
  expect(html).not.toContain('<ul>');
  expect(entry).toBeNull();
});

test('to a commune, to a silent one, from the city, and in English, nothing is left open', () => {
  const commune = { about: 'commune', fromKind: 'city', fromName: '', placeKind: 'commune', placeName: 'Trị An' };
  expect(mail(commune).text).toContain('Hội LHPN thành phố Đồng Nai nhắc: xã Trị An còn chi hội, tổ chưa đạt');
  expect(mail({ ...commune, about: 'records' }).text).toContain('chưa báo là giữ sổ');
  for (const about of ['units', 'commune', 'records'])
    for (const { subject, text } of [mail({ about }), mail({ about }, 'en')])
      expect(`${subject} ${text}`).not.toMatch(/[{}]|words\.|undefined/);
});

test('a reminder of a report says which period, that it only has to be signed and whether it is late; her own words take their place', () => {
  const report = { about: 'report', placeKind: 'commune', placeName: 'Trị An', fromKind: 'city', fromName: '' };
  const period = { periodKind: 'month', from: '2026-10-01', due: '2026-11-05', isLate: 'yes', text: '' };
  const { subject, text } = mail({ ...report, ...period });
  expect(subject).toBe('Nhắc ký báo cáo tháng 10/2026: xã Trị An');
  expect(text).toContain('Hạn nộp là 05/11/2026, nay đã qua.');
  expect(mail({ ...report, ...period, isLate: 'no' }, 'en').text).toContain('It is due on');
  expect(mail({ ...report, ...period, text: 'Chị ký giúp Hội.' }).text).toContain(
    'thành phố Đồng Nai nhắc: Chị ký giúp Hội.',
  );
  for (const periodKind of ['month', 'quarter', 'half_year', 'year'])
    for (const locale of ['vi', 'en'] as const)
      expect(mail({ ...report, ...period, periodKind }, locale).text).not.toMatch(/[{}]|words\.|undefined/);
});
