import { expect, test } from 'vitest';
import type { PushMessage } from '@/domain/subscriptions/pushing/push';
import { FOLLOWS_MAX } from '@/domain/subscriptions/subscription';
import { headersOf, payloadOf } from './payload';

const message = (change: Partial<PushMessage['article']> = {}, follows = ['1']): PushMessage => ({
  reach: { endpoint: 'https://fcm.googleapis.com/x', p256dh: '', auth: '' },
  locale: 'vi',
  follows,
  article: {
    told: 'vi',
    foundIn: 'vi',
    number: 12,
    kind: 'news',
    slug: 'long-hung',
    title: 'Tin',
    summary: 'Một dòng.\nHai dòng.',
    demo: false,
    until: null,
    ...change,
  },
});

test('the longest that can be told has room in what push services take, and is cut between words', () => {
  const ids = Array.from({ length: FOLLOWS_MAX }, () => '0192f0c1-7a2b-7c3d-8e4f-0123456789ab');
  const long = message(
    { title: 'Chữ '.repeat(40), summary: 'Khuyến khích '.repeat(40), slug: 'a'.repeat(200), demo: true },
    ids,
  );
  const payload = payloadOf(long);
  expect(Buffer.byteLength(JSON.stringify(payload))).toBeLessThanOrEqual(3_000);
  expect(payload.body).toMatch(/ (Khuyến|khích)… \(Dữ liệu minh họa\)$/);
  expect(payload.title).toMatch(/Chữ…$/);
});

test('lines become one, and what is made up says so', () => {
  expect(payloadOf(message()).body).toBe('Một dòng. Hai dòng.');
  expect(payloadOf({ ...message({ demo: true }), locale: 'en' }).body).toContain('(');
});

test('what is told in another language than the device’s says which one it is, and is read aloud in that', () => {
  const told = payloadOf({ ...message({ foundIn: 'en' }), locale: 'en' });
  expect(told).toMatchObject({
    body: 'In Vietnamese: Một dòng. Hai dòng.',
    locale: 'en',
    told: 'vi',
    end: 'Stop following',
  });
  expect(payloadOf(message())).not.toHaveProperty('told');
  expect(payloadOf(message({ told: 'en' })).body).toBe('Bài bằng tiếng Anh: Một dòng. Hai dòng.');
});

test('an alert is kept no longer than it holds, and news for a day', () => {
  const now = Date.parse('2026-12-01T08:00:00Z');
  const until = (seconds: number) => new Date(now + seconds * 1_000);
  expect(headersOf(message(), now)).toEqual({ ttl: '86400', urgency: 'normal', topic: 'b12' });
  expect(headersOf(message({ kind: 'alert', until: until(600) }), now)).toEqual({
    ttl: '600',
    urgency: 'high',
    topic: 'b12',
  });
  expect(headersOf(message({ kind: 'alert', until: until(5) }), now).ttl).toBe('60');
  expect(headersOf(message({ kind: 'alert', until: until(1_000_000) }), now).ttl).toBe('86400');
});
