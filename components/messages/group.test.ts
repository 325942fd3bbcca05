import { expect, test } from 'vitest';
import { instantAt } from '@/domain/days/day';
import type { PhoneMessage } from '@/domain/messages/outbox';
import { byText } from './group';

const message = (id: string, name: string, over: Partial<PhoneMessage> = {}): PhoneMessage => ({
  id,
  name,
  about: 'session-cancelled',
  locale: 'vi',
  facts: {},
  toTeam: false,
  title: 'Sử dụng VNeID',
  session: {
    id: 's',
    title: 'Sử dụng VNeID',
    allDay: false,
    mode: 'in_person',
    hall: 'Hội trường',
    unit: 'Khu phố 5',
    startsAt: instantAt('2026-11-27', '08:00'),
    endsAt: instantAt('2026-11-27', '10:00'),
    commune: { kind: 'ward', name: 'Long Hưng' },
  },
  phone: null,
  deadline: null,
  createdAt: new Date(0),
  toldAt: null,
  toldBy: null,
  ...over,
});

test('women who are told the same stand together, and each has words with her own name', () => {
  const groups = byText([message('1', 'Dương Thị Ngọc Sương'), message('2', 'Lê An'), message('3', '')]);
  expect(groups).toHaveLength(1);
  const [group] = groups;
  expect(group?.text).toMatch(/^Chào các chị, Hội LHPN phường Long Hưng nhắn: /);
  expect(group?.messages.map(({ called, text }) => [called, text.slice(0, 24)])).toEqual([
    ['Sương', 'Chào chị Sương, Hội LHPN'],
    ['An', 'Chào chị An, Hội LHPN ph'],
    ['', 'Hội LHPN phường Long Hưn'],
  ]);
});

test('one who is told in another language or something else stands apart', () => {
  const all = [
    message('1', 'Lê An'),
    message('2', 'Lê Ba', { locale: 'en' }),
    message('3', 'Lê Ca', { about: 'enrolled' }),
  ];
  expect(byText(all).map(({ messages }) => messages.map(({ id }) => id))).toEqual([['1'], ['2'], ['3']]);
});
