import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { tokenHash } from '@/domain/accounts/token';
import { db } from '@/prisma/client';
import { makeApproved, makeEverySession, namesOf } from '@/test/stages/trainings';
import { makeViewer } from '@/test/union';
import { FEEDS_MAX, type FeedKind } from './feed';
import { endFeed, makeFeed } from './feed-commands';
import { listFeedSessions, listFeeds, viewerOfFeed } from './feed-queries';

const { union, mai, hoa, all } = await makeEverySession();

async function secretOf(viewer: Viewer, kind: FeedKind): Promise<string> {
  const made = await makeFeed(viewer, { kind });
  if (!made.ok) throw new Error(made.problem);
  return made.value.secret;
}

const opened = async (secret: string) => {
  const feed = await viewerOfFeed(secret);
  return feed && namesOf(all, await listFeedSessions(feed.viewer, feed.kind));
};

describe("a trainer's own calendar", () => {
  test('opens by its secret alone, of which only the hash is kept', async () => {
    const secret = await secretOf(mai, 'teaching');
    expect(secret).toMatch(/^[a-z2-7]{26}$/);
    const row = await db.feedToken.findFirstOrThrow({ where: { tokenHash: tokenHash(secret) } });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(await opened(secret)).toEqual(['approved', 'waiting']);
    expect(await opened(await secretOf(hoa, 'teaching'))).toEqual(['taughtByHoa']);
    expect(await opened(`${secret.slice(0, 25)}${secret.endsWith('a') ? 'b' : 'a'}`)).toBeNull();
    expect(await opened('lich')).toBeNull();
  });

  test('is named in the trail when it is made and when it is ended, without its secret', async () => {
    const viewer = await makeViewer('commune_official', union.longHung);
    const secret = await secretOf(viewer, 'reach');
    const [feed] = await listFeeds(viewer);
    await endFeed(viewer, { feedId: feed?.id ?? '' });
    const entries = await db.auditEntry.findMany({ where: { actorId: viewer.accountId }, orderBy: { id: 'asc' } });
    const named = { subjectType: 'feed_token', subjectId: feed?.id };
    expect(entries).toMatchObject([
      { action: 'makeFeed', verb: 'created', ...named },
      { action: 'endFeed', verb: 'changed', ...named },
    ]);
    expect(JSON.stringify(entries)).not.toContain(secret);
  });

  test('ends at once and for good, by herself only', async () => {
    const secret = await secretOf(mai, 'reach');
    expect(await opened(secret)).toEqual(['approved', 'held', 'waiting']);
    const [feed] = await listFeeds(mai);
    const feedId = feed?.id ?? '';
    expect(await endFeed(hoa, { feedId })).toMatchObject({ problem: 'not-found' });
    expect(await opened(secret)).not.toBeNull();
    expect(await endFeed(mai, { feedId })).toMatchObject({ ok: true });
    expect(await opened(secret)).toBeNull();
    expect(await endFeed(mai, { feedId })).toMatchObject({ problem: 'not-found' });
    expect((await listFeeds(mai)).map(({ id }) => id)).not.toContain(feedId);
    await expect(
      db.feedToken.update({ where: { id: feedId }, data: { revokedAt: null }, select: { id: true } }),
    ).rejects.toThrow(/stays ended/);
  });

  test('closes when her role or her account ends', async () => {
    const secret = await secretOf(hoa, 'teaching');
    const yesterday = new Date(Date.now() - 86_400_000);
    await db.account.update({ where: { id: hoa.accountId }, data: { disabledAt: new Date() }, select: { id: true } });
    expect(await viewerOfFeed(secret)).toBeNull();
    await db.account.update({ where: { id: hoa.accountId }, data: { disabledAt: null }, select: { id: true } });
    expect(await viewerOfFeed(secret)).not.toBeNull();
    await db.roleGrant.updateMany({ where: { accountId: hoa.accountId }, data: { validTo: yesterday } });
    expect(await viewerOfFeed(secret)).toBeNull();
  });

  test('is offered to who may have it, ten at a time even when asked at once', async () => {
    expect(await makeFeed(await makeViewer('editor', union.province), { kind: 'reach' })).toMatchObject({
      problem: 'not-allowed',
    });
    const official = await makeViewer('commune_official', union.longHung);
    expect(await makeFeed(official, { kind: 'person' })).toMatchObject({ problem: 'not-allowed' });
    const made = await Promise.all(Array.from({ length: FEEDS_MAX + 3 }, () => makeFeed(official, { kind: 'reach' })));
    expect(made.filter(({ ok }) => ok)).toHaveLength(FEEDS_MAX);
    expect(made.filter((one) => !one.ok).map((one) => !one.ok && one.problem)).toEqual(Array(3).fill('too-many'));
  });
});

describe('the link of an online session', () => {
  test('stands in the calendar of who teaches it or has a place in it, of nobody else', async () => {
    const course = await db.session.findFirstOrThrow({ where: { id: all.approved.id }, select: { courseId: true } });
    const { id } = await makeApproved({ unit: union.khuPho6, courseId: course.courseId }, 11);
    const onlineUrl = 'https://lop-hoc.demo.invalid/1';
    await db.session.update({ where: { id }, data: { onlineUrl }, select: { id: true } });
    const linkIn = async (viewer: Viewer, kind: FeedKind) =>
      (await listFeedSessions(viewer, kind)).find((session) => session.id === id)?.onlineUrl;
    expect(await linkIn(await makeViewer('commune_official', union.longHung), 'reach')).toBeNull();
    expect(await linkIn(mai, 'person')).toBeUndefined();
    const place = { sessionId: id, personId: mai.personId, origin: 'official' as const };
    const enrolment = await db.enrolment.create({
      data: { ...place, state: 'waiting', arrivalNo: 1 },
      select: { id: true },
    });
    expect(await linkIn(mai, 'person')).toBeNull();
    await db.enrolment.update({
      where: { id: enrolment.id },
      data: { state: 'confirmed', seatNo: 1 },
      select: { id: true },
    });
    expect(await linkIn(mai, 'person')).toBe(onlineUrl);
  });
});

describe('the sequence of an entry', () => {
  test('goes up with every move and with calling off, whoever writes it, and never down', async () => {
    const course = await db.session.findFirstOrThrow({ where: { id: all.approved.id }, select: { courseId: true } });
    const { id } = await makeApproved({ unit: union.khuPho6, courseId: course.courseId }, 12);
    const now = () =>
      db.session.findUniqueOrThrow({
        where: { id },
        select: { calendarSequence: true, changedAt: true, endsAt: true },
      });
    const first = await now();
    const later = new Date(first.endsAt.getTime() + 3_600_000);
    await db.session.update({ where: { id }, data: { endsAt: later }, select: { id: true } });
    expect((await now()).calendarSequence).toBe(first.calendarSequence + 1);
    await db.session.update({ where: { id }, data: { seats: 31 }, select: { id: true } });
    await db.session.update({ where: { id }, data: { calendarSequence: 0 }, select: { id: true } });
    expect((await now()).calendarSequence).toBe(first.calendarSequence + 1);
    const moved = await now();
    await db.session.update({ where: { id }, data: { notes: 'Mang theo sạc' }, select: { id: true } });
    expect((await now()).changedAt.getTime()).toBeGreaterThan(moved.changedAt.getTime());
    await db.sessionDecision.create({ data: { sessionId: id, kind: 'cancelled' }, select: { id: true } });
    expect((await now()).calendarSequence).toBe(first.calendarSequence + 2);
  });
});
