import { pushKeys } from '@/domain/ground/push-keys';
import type { PushKeys } from '@/domain/ground/push-pair';
import type { Locale } from '@/domain/locale';
import { db, transaction } from '@/prisma/client';
import { nameOfPair, unsealReach } from '../sealing';
import { FOLLOWS_MAX } from '../subscription';
import { NEWS_HOURS, type PushedArticle, type SendPush, type Settled, SILENT_MONTHS } from './push';
import { settlePushes } from './push-writes';
import { dueRoundsSql, hasHersSql, isToldSql, publicNowSql } from './round-queries';
import { type Device, Sending } from './sending';

const ROUNDS_AT_ONCE = 20;
/** Devices that are claimed, and so in memory, at a time. */
const CLAIMED = 64;
/** Minutes for which they are one process's own; it was killed when they are over, and they are claimed anew. */
const HOLDS = 2;

/**
 * Tells devices what was published: begins a round for each article that is newly public, and goes on with those that are open, alerts
 * first. Each device once a round; says how many were told. Twice is once.
 */
export async function sendDuePushes(mayGoOn: () => Promise<boolean>, send: SendPush): Promise<number> {
  const pair = pushKeys();
  if (!pair) return 0;
  const told = await new Sending({
    claim: async () => ((await beginDueRounds(nameOfPair(pair), mayGoOn)) ? claimDevices(pair) : []),
    send,
    mayGoOn,
    settle,
  }).run();
  await endOverRounds();
  return told;
}

/** Forgets devices that nothing came through to for a year; says how many. */
export async function forgetSilentDevices(): Promise<number> {
  return db.$executeRaw`
    DELETE FROM subscription WHERE coalesce(reached_at, created_at) < now() - ${SILENT_MONTHS}::int * interval '1 month'`;
}

/** Begins what is newly public, also while others are being told; says whether this process may go on, for that takes a while. */
async function beginDueRounds(pair: string, mayGoOn: () => Promise<boolean>): Promise<boolean> {
  const due = await db.$queryRaw<{ articleId: string; locale: Locale }[]>(dueRoundsSql(ROUNDS_AT_ONCE));
  for (const { articleId, locale } of due) {
    if (!(await mayGoOn())) return false;
    await beginRound(articleId, locale, pair);
  }
  return due.length === 0 || mayGoOn();
}

/**
 * Writes down who is to be told, all of them in one transaction with the round itself: killed in between, there is neither. Of an alert also
 * who follows in the other language, where it is not told in that.
 */
const beginRound = (articleId: string, locale: Locale, pair: string) =>
  transaction(async (tx) => {
    const [round] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO push_round (id, article_id, locale) VALUES (app.uuid7(), ${articleId}::uuid, ${locale}) ON CONFLICT DO NOTHING RETURNING id::text`;
    if (!round) return;
    await tx.$executeRaw`
      WITH n AS MATERIALIZED (SELECT * FROM (${publicNowSql}) x WHERE x.article_id = ${articleId}::uuid AND x.locale = ${locale}),
        told AS (INSERT INTO push (round_id, subscription_id)
          SELECT DISTINCT ${round.id}::uuid, s.id FROM n JOIN subscription s ON s.pair = ${pair} AND (s.locale = n.locale OR n.kind = 'alert' AND NOT ${hasHersSql})
            JOIN follow f ON f.subscription_id = s.id AND ${isToldSql} RETURNING 1)
      UPDATE push_round SET addressed = (SELECT count(*) FROM told) WHERE id = ${round.id}::uuid`;
  });

/** Writes down what came of some devices, round by round: one device may be told of two. */
async function settle(settled: readonly Settled[]): Promise<void> {
  for (const roundId of new Set(settled.map((one) => one.roundId))) {
    const those = settled.filter((one) => one.roundId === roundId);
    await settlePushes(db, roundId, those);
  }
}

/** Ends rounds in which nobody waits any more, or whose article is no news now or not public: whoever waits still is not told. */
const endOverRounds = () => db.$executeRaw`
  WITH past AS MATERIALIZED (SELECT r.id FROM push_round r WHERE r.ended_at IS NULL
      AND (NOT EXISTS (SELECT FROM push p WHERE p.round_id = r.id) OR r.begun_at < now() - ${NEWS_HOURS}::int * interval '1 hour'
        OR NOT EXISTS (SELECT FROM (${publicNowSql}) n WHERE n.article_id = r.article_id AND n.locale = r.locale))),
    dropped AS (DELETE FROM push p USING past WHERE p.round_id = past.id RETURNING p.round_id)
  UPDATE push_round r SET ended_at = now(), dropped = r.dropped + (SELECT count(*) FROM dropped d WHERE d.round_id = r.id)
  FROM past WHERE r.id = past.id AND r.ended_at IS NULL`;

type ClaimedRow = PushedArticle & {
  roundId: string;
  deviceId: string;
  tries: number;
  locale: Locale;
  follows: string[];
  sealed: Uint8Array;
  endpointHash: Uint8Array;
};

/**
 * Some devices that this process alone may tell for a while, of the round that is most urgent: of an alert before everything else. With
 * the article as readers see it now: none where it is not public any more.
 */
async function claimDevices(pair: PushKeys): Promise<Device[]> {
  const rows = await db.$queryRaw<ClaimedRow[]>`
    WITH n AS MATERIALIZED (SELECT r.id AS round_id, x.* FROM push_round r JOIN (${publicNowSql}) x ON x.article_id = r.article_id AND x.locale = r.locale
        WHERE r.ended_at IS NULL AND r.begun_at > now() - ${NEWS_HOURS}::int * interval '1 hour'
          AND EXISTS (SELECT FROM push p JOIN subscription s ON s.id = p.subscription_id AND s.pair = ${nameOfPair(pair)} WHERE p.round_id = r.id AND p.not_before <= now())
        ORDER BY x.kind = 'alert' DESC, r.begun_at, r.id LIMIT 1),
      due AS MATERIALIZED (SELECT p.round_id, p.subscription_id FROM n JOIN push p ON p.round_id = n.round_id
          JOIN subscription s ON s.id = p.subscription_id AND s.pair = ${nameOfPair(pair)}
        WHERE p.not_before <= now() ORDER BY p.not_before, p.subscription_id LIMIT ${CLAIMED}::int FOR UPDATE OF p SKIP LOCKED),
      claimed AS (UPDATE push p SET tries = p.tries + 1, not_before = now() + ${HOLDS}::int * interval '1 minute' FROM due
        WHERE p.round_id = due.round_id AND p.subscription_id = due.subscription_id RETURNING p.round_id, p.subscription_id, p.tries)
    SELECT c.round_id::text AS "roundId", c.subscription_id::text AS "deviceId", c.tries, s.sealed, s.endpoint_hash AS "endpointHash",
      ARRAY (SELECT f.id::text FROM follow f WHERE f.subscription_id = s.id AND ${isToldSql} AND NOT ${hasHersSql} LIMIT ${FOLLOWS_MAX}::int) AS follows,
      s.locale, n.locale AS told, CASE WHEN EXISTS (SELECT FROM article_slug o WHERE o.slug = n.slug AND o.locale = s.locale AND s.locale <> n.locale) THEN n.locale ELSE s.locale END AS "foundIn",
      n.number, n.kind, n.slug, n.title, n.summary, n.demo, n.until
    FROM claimed c JOIN subscription s ON s.id = c.subscription_id CROSS JOIN n`;
  return rows.map(({ roundId, deviceId, tries, locale, follows, sealed, endpointHash, ...article }) => {
    const reach = unsealReach({ sealed, endpointHash }, pair);
    if (follows.length === 0) return { roundId, deviceId, tries, message: 'unwanted' };
    return { roundId, deviceId, tries, message: reach ? { reach, locale, article, follows } : 'gone' };
  });
}
