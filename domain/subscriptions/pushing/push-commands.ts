import { pushKeys } from '@/domain/ground/push-keys';
import type { PushKeys } from '@/domain/ground/push-pair';
import type { Locale } from '@/domain/locale';
import { db, transaction } from '@/prisma/client';
import { nameOfPair, unsealReach } from '../sealing';
import { FOLLOWS_MAX } from '../subscription';
import { NEWS_HOURS, type PushedArticle, type SendPush, SILENT_MONTHS } from './push';
import { endRound, settlePushes } from './push-writes';
import { dueRoundsSql, isToldSql, publicNowSql } from './round-queries';
import { type Device, Sending } from './sending';

const ROUNDS_AT_ONCE = 20;
/** Devices that are claimed, and so in memory, at a time. */
const CLAIMED = 64;
/** Minutes for which they are one process's own; it was killed when they are over, and they are claimed anew. */
const HOLDS = 2;

/**
 * Tells devices what was published: begins a round for each article that is newly public, and goes on with those that are open. Each
 * device once a round; says how many were told. Twice is once.
 */
export async function sendDuePushes(mayGoOn: () => Promise<boolean>, send: SendPush): Promise<number> {
  const pair = pushKeys();
  if (!pair) return 0;
  const due = await db.$queryRaw<{ articleId: string; locale: Locale }[]>(dueRoundsSql(ROUNDS_AT_ONCE));
  for (const { articleId, locale } of due) {
    if (!(await mayGoOn())) return 0;
    await beginRound(articleId, locale, nameOfPair(pair));
  }
  let told = 0;
  for (const roundId of await openRounds()) {
    if (!(await mayGoOn())) return told;
    told += await goOnWith(roundId, pair, { mayGoOn, send });
  }
  return told;
}

/** Forgets devices that nothing came through to for a year; says how many. */
export async function forgetSilentDevices(): Promise<number> {
  return db.$executeRaw`
    DELETE FROM subscription WHERE coalesce(reached_at, created_at) < now() - ${SILENT_MONTHS}::int * interval '1 month'`;
}

/** Writes down who is to be told, all of them in one transaction with the round itself: killed in between, there is neither. */
const beginRound = (articleId: string, locale: Locale, pair: string) =>
  transaction(async (tx) => {
    const [round] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO push_round (id, article_id, locale) VALUES (app.uuid7(), ${articleId}::uuid, ${locale}) ON CONFLICT DO NOTHING RETURNING id::text`;
    if (!round) return;
    await tx.$executeRaw`
      WITH n AS MATERIALIZED (SELECT * FROM (${publicNowSql}) x WHERE x.article_id = ${articleId}::uuid AND x.locale = ${locale}),
        told AS (INSERT INTO push (round_id, subscription_id)
          SELECT DISTINCT ${round.id}::uuid, s.id FROM n JOIN subscription s ON s.locale = n.locale AND s.pair = ${pair}
            JOIN follow f ON f.subscription_id = s.id AND ${isToldSql} RETURNING 1)
      UPDATE push_round SET addressed = (SELECT count(*) FROM told) WHERE id = ${round.id}::uuid`;
  });

/** Those in which somebody's turn has come, or that can be ended; alerts before everything else. */
const openRounds = async () =>
  (
    await db.$queryRaw<{ id: string }[]>`
      SELECT r.id::text FROM push_round r JOIN article a ON a.id = r.article_id WHERE r.ended_at IS NULL
        AND (EXISTS (SELECT FROM push p WHERE p.round_id = r.id AND p.not_before <= now()) OR NOT EXISTS (SELECT FROM push p WHERE p.round_id = r.id)
          OR r.begun_at < now() - ${NEWS_HOURS}::int * interval '1 hour')
      ORDER BY a.kind = 'alert' DESC, r.begun_at LIMIT ${ROUNDS_AT_ONCE}::int`
  ).map(({ id }) => id);

type Doing = { mayGoOn: () => Promise<boolean>; send: SendPush };

/** Tells those of a round whose turn has come, and ends it when nobody waits any more, or there is nothing to tell. */
async function goOnWith(roundId: string, pair: PushKeys, { mayGoOn, send }: Doing): Promise<number> {
  const sending = new Sending({
    claim: () => claimDevices(roundId, pair),
    send,
    mayGoOn,
    settle: async (settled) => void (await settlePushes(db, roundId, settled)),
  });
  const told = await sending.run();
  const [left] = await db.$queryRaw<{ over: boolean }[]>`
    SELECT NOT EXISTS (SELECT FROM push WHERE round_id = r.id) OR r.begun_at < now() - ${NEWS_HOURS}::int * interval '1 hour'
      OR NOT EXISTS (SELECT FROM (${publicNowSql}) n WHERE n.article_id = r.article_id AND n.locale = r.locale) AS over
    FROM push_round r WHERE r.id = ${roundId}::uuid`;
  if (left?.over) await endRound(db, roundId);
  return told;
}

type ClaimedRow = PushedArticle & {
  deviceId: string;
  tries: number;
  locale: Locale;
  follows: string[];
  sealed: Uint8Array;
  endpointHash: Uint8Array;
};

/**
 * Some devices of a round that this process alone may tell for a while, with the article as readers see it now: none where it is not
 * public any more.
 */
async function claimDevices(roundId: string, pair: PushKeys): Promise<Device[]> {
  const rows = await db.$queryRaw<ClaimedRow[]>`
    WITH n AS MATERIALIZED (SELECT x.* FROM push_round r JOIN (${publicNowSql}) x ON x.article_id = r.article_id AND x.locale = r.locale
        WHERE r.id = ${roundId}::uuid AND r.begun_at > now() - ${NEWS_HOURS}::int * interval '1 hour'),
      due AS MATERIALIZED (SELECT p.subscription_id FROM push p JOIN subscription s ON s.id = p.subscription_id AND s.pair = ${nameOfPair(pair)}
        WHERE p.round_id = ${roundId}::uuid AND p.not_before <= now() AND EXISTS (SELECT FROM n)
        ORDER BY p.not_before, p.subscription_id LIMIT ${CLAIMED}::int FOR UPDATE OF p SKIP LOCKED),
      claimed AS (UPDATE push p SET tries = p.tries + 1, not_before = now() + ${HOLDS}::int * interval '1 minute' FROM due
        WHERE p.round_id = ${roundId}::uuid AND p.subscription_id = due.subscription_id RETURNING p.subscription_id, p.tries)
    SELECT c.subscription_id::text AS "deviceId", c.tries, s.sealed, s.endpoint_hash AS "endpointHash",
      ARRAY (SELECT f.id::text FROM follow f WHERE f.subscription_id = s.id AND ${isToldSql} LIMIT ${FOLLOWS_MAX}::int) AS follows,
      n.number, n.kind, n.locale, n.slug, n.title, n.summary, n.demo, n.until
    FROM claimed c JOIN subscription s ON s.id = c.subscription_id CROSS JOIN n`;
  return rows.map(({ deviceId, tries, locale, follows, sealed, endpointHash, ...article }) => {
    const reach = unsealReach({ sealed, endpointHash }, pair);
    if (follows.length === 0) return { deviceId, tries, message: 'unwanted' };
    return { deviceId, tries, message: reach ? { reach, locale, article, follows } : 'gone' };
  });
}
