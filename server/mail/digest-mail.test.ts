import { expect, test } from 'vitest';
import { mailOf } from './mail';

const facts = {
  scene: 'commune',
  week: '2026-11-30',
  placeKind: 'ward',
  placeName: 'Long Hưng',
  isSilent: 'no',
  sub_association_covered: '12',
  sub_association_units: '30',
  sub_association_before: '10',
  group_covered: '40',
  group_units: '90',
  group_before: '40',
  reportsOf: 'own',
  reports: '1',
  reportKind: 'month',
  reportFrom: '2026-10-01',
  dueOf: 'report',
  dueDay: '2026-12-05',
  dueKind: 'month',
  dueFrom: '2026-11-01',
};
const mail = (over: object = {}, locale: 'vi' | 'en' = 'vi') =>
  mailOf(
    {
      id: '00000000-0000-7000-8000-000000000000',
      about: 'digest',
      locale,
      to: 'suong@portal.test',
      name: 'Dương Thị Ngọc Sương',
      facts: { ...facts, ...over },
    },
    'https://portal.test',
  );

test('the mail of a week says in three lines what moved, what is missing and what is due, and where it is ended', () => {
  const { subject, text, html, entry } = mail();
  expect(subject).toBe('Tuần này ở phường Long Hưng');
  for (const said of [
    'Đã đổi: Chi hội đạt 12/30, tuần qua thêm 2. Tổ đạt 40/90, tuần qua chưa đổi.',
    'Còn thiếu: 18 chi hội và 50 tổ chưa đạt; báo cáo tháng 10/2026 chờ chị ký.',
    'Sắp đến hạn: 05/12/2026: nộp báo cáo tháng 11/2026.',
    'https://portal.test/admin/accounts/own',
  ])
    expect(text).toContain(said);
  expect(html.match(/<li>/g)).toHaveLength(3);
  expect(entry).toBeNull();
});

test('what a demonstration sends by mail says that it is one, in both languages', () => {
  const sent = (locale: 'vi' | 'en', isDemo: boolean) => {
    const envelope = { id: '00000000-0000-7000-8000-000000000000', to: 'suong@portal.test', name: 'Ngọc Sương' };
    const { text, html } = mailOf({ ...envelope, about: 'digest', locale, facts }, 'https://portal.test', isDemo);
    return [text, html];
  };
  for (const said of sent('vi', true)) expect(said).toContain('(Dữ liệu minh họa)');
  for (const said of sent('en', true)) expect(said).toContain('(Demonstration data)');
  for (const said of sent('vi', false)) expect(said).not.toContain('minh họa');
});

test('of a city, a unit, a silent commune and a place where nothing is missing nothing is left open, in both languages', () => {
  const done = { sub_association_covered: '30', group_covered: '90', reports: '', dueOf: '' };
  const unit = { scene: 'unit', placeKind: 'neighbourhood', sub_association_units: '1', sub_association_covered: '0' };
  const city = { scene: 'province', placeKind: 'city', reportsOf: 'city', reports: '8' };
  for (const over of [done, unit, city, { isSilent: 'yes' }, { dueOf: 'reminded' }, { group_units: '' }])
    for (const locale of ['vi', 'en'] as const) {
      const { subject, text } = mail(over, locale);
      expect(`${subject} ${text}`).not.toMatch(/[{}]|undefined|NaN|mail\.|level\./);
    }
  expect(mail(done).text).toContain('Không còn gì thiếu.');
  expect(mail(city).text).toContain('8 báo cáo quá hạn chưa ký, sớm nhất là tháng 10/2026');
});
