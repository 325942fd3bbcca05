import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changesKeptFrom, keptOf, PLAN } from './keeping.mjs';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-01T18:30:00Z');

const backups = fc
  .uniqueArray(fc.integer({ min: 0, max: 900 * 24 }), { minLength: 1, maxLength: 400 })
  .map((hours) => hours.map((hour) => ({ id: `b${hour}`, at: new Date(START + hour * 3_600_000) })));

/** @param {{ at: Date }[]} some */
const newestOf = (some) => Math.max(...some.map(({ at }) => at.getTime()));

test('the newest backup is always kept, and never more than the plan has room for', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const kept = keptOf(all);
      assert.equal(all.find(({ id }) => id === kept[0])?.at.getTime(), newestOf(all));
      assert.ok(kept.length <= PLAN.days + PLAN.weeks + PLAN.months);
      assert.equal(new Set(kept).size, kept.length);
    }),
  );
});

test('keeping to the plan twice removes nothing more, and the order in which backups are listed does not matter', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const kept = keptOf(all);
      const left = all.filter(({ id }) => kept.includes(id));
      assert.deepEqual(keptOf(left), kept);
      assert.deepEqual(keptOf([...all].reverse()), kept);
    }),
  );
});

test('a backup a night, kept to the plan every night: each of the last seven days is there, and a month ago and eleven months ago have one', () => {
  /** @type {{ id: string, at: Date }[]} */
  let there = [];
  for (let night = 0; night < 400; night++) {
    there.push({ id: `n${night}`, at: new Date(START + night * DAY_MS) });
    const kept = new Set(keptOf(there));
    there = there.filter(({ id }) => kept.has(id));
  }
  const last = START + 399 * DAY_MS;
  for (let back = 0; back < 7; back++) assert.ok(there.some(({ at }) => at.getTime() === last - back * DAY_MS));
  for (const days of [21, 30, 330]) {
    const near = there.filter(({ at }) => Math.abs(at.getTime() - (last - days * DAY_MS)) <= 31 * DAY_MS);
    assert.ok(near.length > 0, `nothing from ${days} days ago`);
  }
  assert.ok(there.length <= 23);
});

test('days are those of Viet Nam: a backup at half past one there belongs to the day that has just begun', () => {
  // 18:30 and 16:30 UTC of one day are two days there
  const evening = { id: 'evening', at: new Date('2026-11-28T16:30:00Z') };
  const night = { id: 'night', at: new Date('2026-11-28T18:30:00Z') };
  const later = { id: 'later', at: new Date('2026-11-29T10:00:00Z') };
  assert.deepEqual(keptOf([evening, night, later]), ['later', 'evening']);
});

test('changes are kept from the oldest of the last seven days with a backup on, however long ago that is', () => {
  fc.assert(
    fc.property(backups, (all) => {
      const from = changesKeptFrom(all);
      assert.ok(from && from.getTime() <= newestOf(all));
      assert.ok(all.some(({ at }) => at.getTime() === from.getTime()));
    }),
  );
  assert.equal(changesKeptFrom([]), undefined);
});
