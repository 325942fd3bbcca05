import type { Viewer } from '@/domain/access/viewer';
import { viewerOfAccount } from '@/domain/accounts/viewer-queries';
import type { Day } from '@/domain/days/day';
import { DIGEST, readLocale } from '@/domain/messages/message';
import { queueMessages } from '@/domain/messages/queue-writes';
import { choosePlace, viewerAt } from '@/domain/overview/place';
import { listPlaces } from '@/domain/overview/place-queries';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { digestInstant, digestWeek } from './digest';
import type { DigestInput } from './digest-input';
import { findDigest } from './digest-queries';

const AT_ONCE = 50;

/** Switches the three lines a week on or off, for herself alone; on twice is once. */
export async function chooseDigest(
  viewer: Viewer,
  { wanted }: DigestInput,
): Promise<Result<DigestInput, 'no-address'>> {
  const on = wanted === 'yes';
  const { count } = await db.account.updateMany({
    where: { id: viewer.accountId, digestSince: on ? null : { not: null }, ...(on && { email: { not: null } }) },
    data: { digestSince: on ? new Date() : null },
  });
  if (on && count === 0 && !(await isOn(viewer))) return problem('no-address');
  return ok({ wanted });
}

const isOn = async ({ accountId }: Viewer) =>
  (await db.account.count({ where: { id: accountId, digestSince: { not: null } } })) > 0;

/**
 * Queues the three lines of the week that began last for everybody who had switched them on by then, each once; says how many. Where
 * nobody was up on Monday at seven it is told late. Twice is once.
 */
export async function sendDigests(
  mayGoOn: () => Promise<boolean> = async () => true,
  now: Date = new Date(),
): Promise<number> {
  const week = digestWeek(now);
  let [sent, after] = [0, ''];
  for (let due = await dueAfter(week, after); due.length > 0; due = await dueAfter(week, after)) {
    for (const row of due) {
      if (!(await mayGoOn())) return sent;
      sent += await sendOne(week, row);
      after = row.id;
    }
  }
  return sent;
}

type Row = Awaited<ReturnType<typeof dueAfter>>[number];

/** Accounts that wanted it when the week was told, and have not got it. */
const dueAfter = (week: Day, after: string) =>
  db.account.findMany({
    where: {
      digestSince: { lte: digestInstant(week) },
      disabledAt: null,
      email: { not: null },
      ...(after && { id: { gt: after } }),
      outboxMessages: { none: { about: DIGEST, dedupeKey: { startsWith: keyOf(week) } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, email: true },
    take: AT_ONCE,
  });

const keyOf = (week: Day) => `${DIGEST} ${week}`;

/** Of her widest place; who has none gets none. */
async function sendOne(week: Day, { id: accountId, email }: Row): Promise<number> {
  const viewer = await viewerOfAccount(accountId);
  const placed = viewer && choosePlace(viewer);
  if (!placed) return 0;
  const at = viewerAt(viewer, placed.unitId);
  const [facts, places] = await Promise.all([findDigest(at, placed), listPlaces(at)]);
  const place = places.find(({ id }) => id === placed.unitId);
  await transaction((tx) =>
    queueMessages(tx, [
      {
        kind: 'email',
        about: DIGEST,
        dedupeKey: `${keyOf(week)} ${viewer.accountId}`,
        locale: readLocale(viewer.locale),
        recipient: email,
        accountId: viewer.accountId,
        facts: { ...facts, week, placeKind: place?.kind ?? '', placeName: place?.name ?? '' },
      },
    ]),
  );
  return 1;
}
