import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { query } from '../database/database.mjs';

/**
 * What a portal of so many members has beside them: pictures, devices that follow it, and letters that wait.
 * @param {number} members
 */
const amountsFor = (members) => ({
  pictures: Math.ceil(members / 250),
  devices: Math.ceil(members / 20),
  letters: Math.ceil(members / 1_000),
});

/** @typedef {{ hashes: string[], devices: number, letters: number }} Belongings */

const [WIDTH, HEIGHT] = [1_200, 900];
/** Grain of a photograph, so that it is as large as one. */
const GRAIN = 24;

/** Pixels from which every picture is made, each in another light. */
function makeScene() {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let at = 0; at < pixels.length; at++) pixels[at] = ((at >> 9) & 0x7f) + 64 + Math.floor(Math.random() * GRAIN);
  return pixels;
}

/** @param {string} dataDir @param {string} hash */
const placeOfPicture = (dataDir, hash) => join(dataDir, 'media', hash.slice(0, 2), hash);

/** @param {Buffer} bytes */
const hashOfBytes = (bytes) => createHash('sha256').update(bytes).digest();

/**
 * Puts pictures into the media of a data folder, each under its hash as the portal does it. Returns hashes and sizes.
 * @param {string} dataDir
 * @param {number} count
 */
async function makePictures(dataDir, count) {
  const raw = /** @type {const} */ ({ width: WIDTH, height: HEIGHT, channels: 3 });
  const scene = makeScene();
  /** @type {{ hash: Buffer, bytes: number }[]} */
  const made = [];
  for (let no = 0; no < count; no++) {
    const light = sharp(scene, { raw }).linear([1, 0.8 + (no % 97) / 300, 0.8 + (no % 89) / 300], [0, 0, no % 41]);
    const bytes = await light.webp({ quality: 80, effort: 0 }).toBuffer();
    const hash = hashOfBytes(bytes);
    const place = placeOfPicture(dataDir, hash.toString('hex'));
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    writeFileSync(place, bytes, { mode: 0o600 });
    made.push({ hash, bytes: bytes.length });
  }
  return made;
}

const PICTURES = `
  INSERT INTO media_asset (id, sha256, mime, bytes, width, height, unit_id)
  SELECT app.uuid7(), made.hash, 'image/webp', made.bytes, ${WIDTH}, ${HEIGHT}, (SELECT id FROM unit WHERE level = 'commune' ORDER BY slug LIMIT 1)
  FROM unnest($1::bytea[], $2::int[]) AS made (hash, bytes)`;
const DEVICES = `
  WITH device AS (
    INSERT INTO subscription (id, endpoint_hash, sealed, pair, locale)
    SELECT app.uuid7(), sha256(n::text::bytea), sha256(n::text::bytea) || sha256((-n)::text::bytea), 'drill', 'vi' FROM generate_series(1, $1::int) n
    RETURNING id
  ), followed AS (
    INSERT INTO follow (id, subscription_id) SELECT app.uuid7(), id FROM device
  ), round AS (
    INSERT INTO push_round (id, article_id, locale, addressed) SELECT app.uuid7(), id, 'vi', $1::int FROM article ORDER BY number LIMIT 1
    ON CONFLICT (article_id, locale) DO UPDATE SET ended_at = NULL, addressed = $1::int RETURNING id
  )
  INSERT INTO push (round_id, subscription_id) SELECT round.id, device.id FROM round, device`;
const LETTERS = `
  INSERT INTO outbox_message (id, kind, dedupe_key, recipient, about, locale)
  SELECT app.uuid7(), 'email', 'drill-' || n, 'drill-' || n || '@example.invalid', 'digest', 'vi' FROM generate_series(1, $1::int) n`;
/** One was being done when the server was killed, one had failed. */
const JOBS = `
  INSERT INTO job (name, run_no, running, done_at, moved, failures, failed_at, error) VALUES
    ('pushes', 7, true, now(), 3, 0, NULL, NULL), ('pictures', 4, false, now(), 1, 0, NULL, NULL), ('links', 2, false, NULL, NULL, 2, now(), 'ETIMEDOUT')`;

/**
 * Gives a portal what it has beside its members: pictures on its disk and their rows, devices that are just being told of an article, letters
 * that wait, and jobs. Says how much.
 * @param {{ dataDir: string, databaseUrl: string }} portal
 * @param {number} members
 */
export async function addBelongings({ dataDir, databaseUrl }, members) {
  const { pictures, devices, letters } = amountsFor(members);
  const made = await makePictures(dataDir, pictures);
  await query(databaseUrl, PICTURES, [made.map(({ hash }) => hash), made.map(({ bytes }) => bytes)]);
  await query(databaseUrl, DEVICES, [devices]);
  await query(databaseUrl, LETTERS, [letters]);
  await query(databaseUrl, JOBS);
  const megabytes = Math.round(made.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 2);
  /** @type {Belongings} */
  const belongings = { hashes: made.map(({ hash }) => hash.toString('hex')), devices, letters };
  return { belongings, said: `${pictures} pictures, ${megabytes} MB; ${devices} devices, ${letters} letters` };
}

/** What goes on by itself, which must be nothing; and what is there of what was given: letters that are held, the round that was ended, devices, jobs as they stood. */
const AFTER = `
  SELECT (SELECT count(*)::int FROM push) + (SELECT count(*)::int FROM push_round WHERE ended_at IS NULL)
    + (SELECT count(*)::int FROM outbox_message WHERE state = 'ready' AND kind = 'email') AS "goesOn",
    (SELECT count(*)::int FROM outbox_message WHERE dedupe_key LIKE 'drill-%' AND state = 'failed' AND last_error = 'RESTORED') AS letters,
    (SELECT count(*)::int FROM push_round WHERE ended_at IS NOT NULL AND addressed = $1) AS rounds,
    (SELECT count(*)::int FROM subscription) AS devices,
    (SELECT string_agg(name || run_no || running || failures, ' ' ORDER BY name) FROM job) AS jobs`;
const JOBS_AFTER = 'links2false2 pictures4false0 pushes7true0';

/**
 * Whether all of it is there again once a restore was settled: every picture, whole, with its row, and every device; and nothing that would go
 * out a second time.
 * @param {{ dataDir: string, databaseUrl: string }} portal
 * @param {Belongings} belongings
 */
export async function holdsBelongings({ dataDir, databaseUrl }, { hashes, devices, letters }) {
  const rows = await query(databaseUrl, `SELECT encode(sha256, 'hex') AS hash FROM media_asset`);
  const named = new Set(rows.map(({ hash }) => hash));
  const isWhole = (/** @type {string} */ hash) => {
    const place = placeOfPicture(dataDir, hash);
    return existsSync(place) && hashOfBytes(readFileSync(place)).toString('hex') === hash;
  };
  const [now] = await query(databaseUrl, AFTER, [devices]);
  const isThere = now.devices === devices && now.letters === letters && now.rounds === 1 && now.jobs === JOBS_AFTER;
  return hashes.every((hash) => named.has(hash) && isWhole(hash)) && isThere && now.goesOn === 0;
}
