import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, today } from '@/domain/days/day';
import { answeredAt, consentState, lastDayOf, standingConsent, takeConsentInput } from './consent';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 10, 3, minute));
const row = (answer: 'given' | 'refused' | 'withdrawn', minute: number, more = {}) => ({
  purpose: 'contact' as const,
  answer,
  answeredAt: at(minute),
  until: null,
  pictureId: null,
  use: null,
  ...more,
});

describe('the answer that holds', () => {
  test('silence is no answer; the later one wins, in whatever order they are read', () => {
    expect(standingConsent([], 'contact')).toBeNull();
    const answers = [row('given', 1), row('withdrawn', 3), row('given', 2)];
    for (const order of [answers, [...answers].reverse()])
      expect(standingConsent(order, 'contact')?.answer).toBe('withdrawn');
    expect(standingConsent([...answers, row('given', 4)], 'contact')?.answer).toBe('given');
  });

  test('of two on the same instant the refusal holds', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([row('given', 1), row('refused', 1), row('given', 0)], { minLength: 3 }),
        (rows) => {
          expect(standingConsent(rows, 'contact')?.answer).toBe('refused');
        },
      ),
    );
  });

  test('one purpose says nothing of another, and one picture nothing of the next', () => {
    const image = row('given', 5, { purpose: 'image', pictureId: 'a', use: 'portal' });
    expect(standingConsent([image], 'contact')).toBeNull();
    expect(standingConsent([image], 'image')).toBeNull();
    expect(standingConsent([image], 'image', { pictureId: 'a', use: 'print' })).toBeNull();
    expect(standingConsent([image], 'image', { pictureId: 'a', use: 'portal' })).toBe(image);
  });

  test('asked for uses of a picture, a yes is to one of them at least', () => {
    const id = randomUUID();
    const sent = { personId: id, pictureId: id, textId: id, purpose: 'image', channel: 'paper', day: today() };
    const says = (more: object) => takeConsentInput.safeParse({ ...sent, ...more }).success;
    const asked = ['portal', 'share_card', 'print'];
    expect(says({ answer: 'given', asked })).toBe(false);
    expect(says({ answer: 'given', asked, uses: ['print'] })).toBe(true);
    expect(says({ answer: 'refused', asked })).toBe(true);
    expect(says({ answer: 'given' })).toBe(true);
    expect(says({ answer: 'given', asked, uses: ['poster'] })).toBe(false);
  });

  test('a consent for a time lapses on its day', () => {
    expect(consentState(null)).toBe('not-asked');
    expect(consentState({ answer: 'given', until: addDays(today(), 1) })).toBe('given');
    expect(consentState({ answer: 'given', until: today() })).toBe('lapsed');
    expect(consentState({ answer: 'withdrawn', until: today() })).toBe('withdrawn');
    // of one that holds today for the last time, today is the last day
    expect(lastDayOf({ until: addDays(today(), 1) })).toBe(today());
    expect(lastDayOf({ until: null })).toBeNull();
  });

  test('of a yes and a no brought in later for one day, the no holds; both stay on their day', () => {
    const day = addDays(today(), -3);
    const [yes, no] = [answeredAt(day, 'given'), answeredAt(day, 'withdrawn')];
    expect(no.getTime()).toBeGreaterThan(yes.getTime());
    expect([dayOf(yes), dayOf(no)]).toEqual([day, day]);
    expect(dayOf(answeredAt(today(), 'given'))).toBe(today());
  });
});
