import { describe, expect, test } from 'vitest';
import { instantAt } from '@/domain/days/day';
import { messageTopics, type Worded } from '@/domain/messages/message';
import { smsOf, withoutMarks } from '@/domain/messages/sms';
import { locales } from './locales';
import { phoneText, textTo, textToAll, wordsOf } from './message-words';

const worded = (over: Partial<Worded> = {}): Worded => ({
  about: 'session-moved',
  locale: 'vi',
  toTeam: false,
  facts: {
    reason: 'Trùng họp chi hội',
    beforeStartsAt: instantAt('2026-11-24', '14:00').toISOString(),
    beforeEndsAt: instantAt('2026-11-24', '16:00').toISOString(),
    beforePlace: 'Nhà văn hóa khu phố 5',
    beforeMode: 'in_person',
    position: '5',
    until: instantAt('2026-11-25', '20:00').toISOString(),
  },
  session: {
    id: '00000000-0000-7000-8000-000000000000',
    title: 'Sử dụng VNeID',
    startsAt: instantAt('2026-11-27', '08:00'),
    endsAt: instantAt('2026-11-27', '10:00'),
    allDay: false,
    mode: 'in_person',
    hall: 'Hội trường phường',
    unit: 'Khu phố 5',
    commune: { kind: 'ward', name: 'Long Hưng' },
  },
  ...over,
});

describe('words of a message', () => {
  test.each(locales.flatMap((locale) => messageTopics.map((about) => [about, locale] as const)))(
    '%s in %s: nothing left open, fits five SMS, and without marks three of the small alphabet',
    (about, locale) => {
      const { subject, sentences } = wordsOf(worded({ about, locale }));
      const text = textTo('Dương Thị Ngọc Phượng', worded({ about, locale }));
      for (const said of [subject, text]) {
        expect(said).toContain('Sử dụng VNeID');
        expect(said).not.toMatch(/[{}]|words\.|undefined/);
      }
      expect(text).toContain('08:00 – 10:00');
      expect(text).toContain('27/11/2026');
      expect(sentences.length).toBeLessThanOrEqual(3);
      expect(smsOf(text).parts, text).toBeLessThanOrEqual(5);
      const plain = smsOf(withoutMarks(text));
      expect(plain.alphabet).toBe('small');
      expect(plain.parts, text).toBeLessThanOrEqual(3);
    },
  );

  test.each([
    ['00:00', '01:00', 'false', '00:00 – 01:00, thứ Bảy, 05/12/2026'],
    ['23:30', '00:30', 'false', '23:30 – 00:30 (06/12), thứ Bảy, 05/12/2026'],
    ['00:00', '00:00', 'true', 'thứ Bảy, 05/12/2026, cả ngày'],
  ] as const)(
    'from %s to %s, by day or by hours, says the day and time of Viet Nam, now and before',
    (from, to, allDay, said) => {
      const times = {
        startsAt: instantAt('2026-12-05', from),
        endsAt: instantAt(to > from ? '2026-12-05' : '2026-12-06', to),
      };
      const { session, facts } = worded();
      expect(phoneText(worded({ session: { ...session, ...times, allDay: allDay === 'true' } }))).toContain(
        `nay học ${said}`,
      );
      const before = {
        beforeStartsAt: times.startsAt.toISOString(),
        beforeEndsAt: times.endsAt.toISOString(),
        beforeAllDay: allDay,
      };
      expect(phoneText(worded({ facts: { ...facts, ...before } }))).toContain(`Lịch cũ: ${said}`);
    },
  );

  test('a move says the new time and place, the old ones and why, in the time of Viet Nam', () => {
    expect(phoneText(worded())).toBe(
      'Hội LHPN phường Long Hưng nhắn: buổi “Sử dụng VNeID” đổi lịch, nay học 08:00 – 10:00, thứ Sáu, 27/11/2026, tại Hội trường phường. Lịch cũ: 14:00 – 16:00, thứ Ba, 24/11/2026, tại Nhà văn hóa khu phố 5. Lý do: Trùng họp chi hội. Chỗ của chị vẫn như cũ. Không đi được thì chị báo Hội hoặc trả chỗ trên vé.',
    );
  });

  test('a woman is greeted by her given name, a group as a group, and nobody by a name that is not known', () => {
    const said = phoneText(worded());
    expect(textTo('Dương Thị Ngọc Sương', worded())).toBe(`Chào chị Sương, ${said}`);
    expect(textTo('Sương', worded({ locale: 'en' }))).toMatch(/^Hello Sương, Women's Union/);
    expect(textTo(' ', worded())).toBe(said);
    expect(textToAll(worded())).toBe(`Chào các chị, ${said}`);
  });

  test('online instead of in a hall, and where a unit always meets, are said as such', () => {
    const { session, facts } = worded();
    const online = phoneText(worded({ session: { ...session, mode: 'online', hall: null } }));
    expect(online).toContain('27/11/2026, học trực tuyến. Lịch cũ: 14:00 – 16:00, thứ Ba, 24/11/2026, tại Nhà văn hóa');
    const { beforePlace, ...rest } = facts;
    expect(beforePlace).toBeDefined();
    expect(phoneText(worded({ facts: { ...rest, beforeMode: 'unit_meeting' } }))).toContain(
      'nơi Khu phố 5 vẫn sinh hoạt',
    );
  });

  test('a fair says its days and no hours', () => {
    const { session } = worded();
    const fair = { ...session, startsAt: instantAt('2026-11-27', '00:00'), allDay: true };
    const oneDay = { ...fair, endsAt: instantAt('2026-11-28', '00:00') };
    expect(phoneText(worded({ session: oneDay }))).toContain('nay học thứ Sáu, 27/11/2026, cả ngày, tại');
    const twoDays = { ...fair, endsAt: instantAt('2026-11-29', '00:00') };
    expect(phoneText(worded({ session: twoDays }))).toContain('thứ Sáu, 27/11/2026 đến thứ Bảy, 28/11/2026, cả ngày');
  });

  test('to those who teach it, later sessions of the series are counted in the same e-mail', () => {
    const { sentences } = wordsOf(worded({ about: 'session-cancelled', toTeam: true, facts: { more: '7' } }));
    expect(sentences.join(' ')).toContain('còn 7 buổi sau trong loạt cũng vậy');
  });

  test('a reason that ends its own sentence is not ended twice; without one nothing is said of it', () => {
    const cancelled = (facts: Worded['facts']) => phoneText(worded({ about: 'session-cancelled', facts }));
    expect(cancelled({ reason: 'Mưa lớn,\nngập đường.' })).toContain('Lý do: Mưa lớn, ngập đường. Có buổi khác');
    expect(cancelled({})).not.toContain('Lý do');
  });
});
