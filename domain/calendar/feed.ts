import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { addDays, startOf, today } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { notOverAt, overAt } from '@/domain/trainings/when';

/** How long what is over, or was called off, stays in a calendar: whoever looks once a month still sees it. */
const FEED_DAYS_BACK = 60;

/**
 * The sessions that calendars keep, as filters: those to come, and those that were over or called off in the last
 * sixty days.
 */
export function keptInFeeds() {
  const [now, since] = [startOf(today()), startOf(addDays(today(), -FEED_DAYS_BACK))];
  const calledOff = { sessionDecisions: { some: { kind: 'cancelled' as const, decidedAt: { gte: since } } } };
  return { coming: notOverAt(now), past: { AND: [overAt(now), { OR: [{ endsAt: { gt: since } }, calledOff] }] } };
}

/** Deadlines that calendars keep: those that passed a while ago and still wait, and those of the months to come. */
const DEADLINE_DAYS = 400;
export const deadlinesInFeeds = () => ({
  from: addDays(today(), -DEADLINE_DAYS),
  to: addDays(today(), DEADLINE_DAYS),
});

/** More addresses than this nobody uses: a lost one is ended, not added to. */
export const FEEDS_MAX = 10;

/**
 * The kinds of a calendar of one's own. `teaching`: sessions she teaches or proposed. `person`: these and those she
 * signed up for. `reach`: every session that she may see in the signed-in area.
 */
export const feedKinds = ['teaching', 'person', 'reach'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** The purpose of a calendar's secret, as the database keeps it beside other purposes. */
export const purposeOf = (kind: FeedKind) => `calendar-${kind}`;
export const kindOf = (purpose: string): FeedKind | null =>
  feedKinds.find((kind) => purposeOf(kind) === purpose) ?? null;

/** Which calendars the viewer may have: her own needs a record of her, everything needs a role that sees trainings. */
export const feedsFor = (viewer: Viewer): FeedKind[] =>
  feedKinds.filter((kind) =>
    kind === 'reach'
      ? mayAnywhere(viewer, 'trainings.see')
      : kind === 'teaching'
        ? mayAnywhere(viewer, 'trainings.propose')
        : viewer.personId !== null,
  );

export const makeFeedInput = z.object({ kind: z.enum(feedKinds) });
export type MakeFeedInput = z.output<typeof makeFeedInput>;

export const endFeedInput = z.object({ feedId: idInput });
export type EndFeedInput = z.output<typeof endFeedInput>;

/** A calendar's address as its owner's list shows it: never the secret itself, which nobody knows any more. */
export type Feed = { id: string; kind: FeedKind; createdAt: Date };

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 26;

/** 128 bits of chance in lower-case base32: stands in an address, and cannot be guessed. */
export function newFeedSecret(): string {
  const bits = [...randomBytes(16)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.padEnd(LENGTH * 5, '0').match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join('');
}

/** Only such a text is looked up at all. */
export const isFeedSecret = (text: string) => /^[a-z2-7]{26}$/.test(text);
