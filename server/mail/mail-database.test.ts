import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { cancelSession } from '@/domain/trainings/decision-commands';
import { db } from '@/prisma/client';
import { nobodyThere, openMailServer } from '@/test/servers/mail';
import { makeApproved, makeTrainer, makeTrainingStage, versionOf } from '@/test/stages/trainings';
import { ATTEMPTS_MAX, claimMail, markFailed, markSent } from './outbox';
import { MailSender } from './sender';
import { openTransport } from './transport';

const { union, official, courseId, hall } = await makeTrainingStage();
const silent = { warn: () => {}, info: () => {} };
const database = process.env.DATABASE_URL ?? '';
const trainers = await Promise.all(
  ['Trần Thị Mai', 'Lê Thị Hoa', 'Phạm Thị Đào'].map((name) => makeTrainer(union.longHung, name)),
);
const [mai] = trainers;
let day = 10;
let sessionId: string;
let senders: MailSender[] = [];

/** A cancelled session of which three trainers are to be told. */
beforeEach(async () => {
  await db.outboxMessage.updateMany({ where: { state: 'ready' }, data: { state: 'discarded' } });
  const trainerIds = trainers.map(({ personId }) => personId);
  ({ id: sessionId } = await makeApproved({ unit: union.khuPho5, courseId, venueId: hall, trainerIds }, ++day));
  const version = await versionOf(sessionId);
  await cancelSession(official, { sessionId, version, reason: 'Mưa lớn, “ngập” <đường>' });
});
afterEach(() => end());

/** The senders first: they keep their connection to the mail server for the next mail. */
async function end(server?: { close(): Promise<void> }): Promise<void> {
  await Promise.all(senders.map((sender) => sender.stop()));
  senders = [];
  await server?.close();
}

function open(smtpUrl: string | undefined, folder = ''): MailSender {
  const from = 'Phụ nữ số Đồng Nai <khong-tra-loi@portal.test>';
  const transport = openTransport({ smtpUrl, from, folder });
  const sender = new MailSender({ transport, portalUrl: 'https://portal.test', database, log: silent });
  senders.push(sender);
  return sender;
}
const states = async () =>
  (await db.outboxMessage.findMany({ where: { sessionId }, select: { state: true }, take: 9 })).map(
    ({ state }) => state,
  );
const rows = () => db.outboxMessage.findMany({ where: { sessionId }, orderBy: { id: 'asc' }, take: 9 });
/** As if the pause after a failed try were over. */
const later = () => db.outboxMessage.updateMany({ where: { sessionId }, data: { notBefore: new Date(0) } });

test('two processes at once send each mail once, in Vietnamese, with the calendar entry cancelled', async () => {
  const server = await openMailServer();
  await Promise.all([open(server.url).wake(), open(server.url).wake()]);
  await end(server);
  expect(server.taken).toHaveLength(3);
  expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(3);
  const mail = server.taken.find(({ text }) => text?.includes('Chào chị Mai,'));
  expect(mail?.subject).toBe('Đã hủy: Sử dụng VNeID');
  expect(mail?.text).toContain('Lý do: Mưa lớn, “ngập” <đường>.');
  expect(mail?.html).toContain('&lt;đường&gt;');
  expect(mail?.html).toMatch(/<html lang="vi">/);
  expect(mail?.from?.text).toContain('Phụ nữ số Đồng Nai');
  const entry = mail?.attachments[0]?.content.toString('utf8') ?? '';
  expect(entry).toContain('STATUS:CANCELLED');
  expect(entry).toContain('SEQUENCE:1');
  expect(entry.replace(/\r\n /g, '')).toContain(`UID:${sessionId}@phu-nu-so-dong-nai`);
  expect(await states()).toEqual(['sent', 'sent', 'sent']);
});

test('a reader who chose English gets English', async () => {
  await db.outboxMessage.updateMany({ where: { sessionId }, data: { locale: 'en' } });
  const server = await openMailServer();
  await open(server.url).wake();
  await end(server);
  expect(server.taken.map(({ subject }) => subject)).toEqual(Array(3).fill('Cancelled: Sử dụng VNeID (en)'));
  expect(server.taken[0]?.html).toMatch(/<html lang="en">/);
});

test('while the mail server is down nothing is lost: tried later, delivered once', async () => {
  await open(await nobodyThere()).wake();
  const waiting = await rows();
  expect(waiting.map(({ state, attempts, lastError }) => [state, attempts, lastError])).toEqual(
    Array(3).fill(['ready', 1, 'ESOCKET CONN']),
  );
  for (const { notBefore } of waiting) expect(notBefore.getTime()).toBeGreaterThan(Date.now() + 50_000);
  const server = await openMailServer();
  await open(server.url).wake();
  expect(server.taken).toHaveLength(0);
  await later();
  await open(server.url).wake();
  await end(server);
  expect(server.taken).toHaveLength(3);
  expect((await rows()).map(({ state, lastError }) => [state, lastError])).toEqual(Array(3).fill(['sent', null]));
});

test('an address that the server will never take has failed at once, and the error names nobody', async () => {
  const refused = await db.account.findUniqueOrThrow({ where: { id: mai?.accountId ?? '' } });
  const server = await openMailServer({
    onRcptTo({ address }, _session, done) {
      const unknown = Object.assign(new Error(`<${address}> unknown`), { responseCode: 550 });
      done(address === refused.email ? unknown : null);
    },
  });
  await open(server.url).wake();
  await end(server);
  const failed = (await rows()).filter(({ state }) => state === 'failed');
  expect(failed.map(({ accountId, lastError }) => [accountId, lastError])).toEqual([
    [mai?.accountId, 'EENVELOPE 550 RCPT TO'],
  ]);
  expect((await states()).sort()).toEqual(['failed', 'sent', 'sent']);
});

test('after the last try it has failed; one killed while sending again and again has too', async () => {
  await db.outboxMessage.updateMany({ where: { sessionId }, data: { attempts: ATTEMPTS_MAX - 1 } });
  await open(await nobodyThere()).wake();
  expect(await states()).toEqual(['failed', 'failed', 'failed']);
  await db.outboxMessage.updateMany({ where: { sessionId }, data: { state: 'ready', attempts: ATTEMPTS_MAX } });
  await later();
  await open(await nobodyThere()).wake();
  expect((await rows()).map(({ lastError }) => lastError)).toEqual(Array(3).fill('INTERRUPTED'));
});

test('who was killed after claiming loses the claim, and cannot write over what another process did with it', async () => {
  const killed = await claimMail();
  if (!killed) throw new Error('nothing to claim');
  await later();
  const others = [await claimMail(), await claimMail(), await claimMail()];
  expect(await claimMail()).toBeNull();
  const taken = others.find((claim) => claim?.id === killed.id);
  if (!taken) throw new Error('not claimed anew');
  expect(taken.attempt).toBe(killed.attempt + 1);
  await markFailed(killed, { error: 'ETIMEDOUT', forGood: true });
  expect(await db.outboxMessage.findUnique({ where: { id: killed.id } })).toMatchObject({ state: 'ready' });
  await markSent(taken);
  expect(await db.outboxMessage.findUnique({ where: { id: killed.id } })).toMatchObject({ state: 'sent' });
});

test('without a mail server each mail is a file that only its owner reads and mail programs open', async () => {
  const above = mkdtempSync(join(tmpdir(), 'mail-'));
  onTestFinished(() => rmSync(above, { recursive: true }));
  const folder = join(above, 'mail');
  await open(undefined, folder).wake();
  const files = readdirSync(folder);
  expect(files.sort()).toEqual((await rows()).map(({ id }) => `${id}.eml`).sort());
  expect(statSync(join(folder, files[0] ?? '')).mode & 0o777).toBe(0o600);
  const mail = await simpleParser(readFileSync(join(folder, files[0] ?? '')));
  expect(mail.subject).toBe('Đã hủy: Sử dụng VNeID');
  expect(mail.messageId).toBe(`<${files[0]?.replace('.eml', '')}@portal.test>`);
  expect(mail.attachments[0]?.contentType).toBe('text/calendar');
});

test('a closed account and an erased recipient are not written to', async () => {
  const [first, second] = await rows();
  await db.account.update({
    where: { id: first?.accountId ?? '' },
    data: { disabledAt: new Date() },
    select: { id: true },
  });
  await db.outboxMessage.update({ where: { id: second?.id ?? '' }, data: { recipient: null }, select: { id: true } });
  const server = await openMailServer();
  await open(server.url).wake();
  await end(server);
  await db.account.update({ where: { id: first?.accountId ?? '' }, data: { disabledAt: null }, select: { id: true } });
  expect(server.taken).toHaveLength(1);
  expect((await states()).sort()).toEqual(['discarded', 'discarded', 'sent']);
});

test('a sender that runs is woken by the change itself', async () => {
  const server = await openMailServer();
  const sender = open(server.url);
  sender.start();
  await expect.poll(() => server.taken.length, { timeout: 10_000 }).toBe(3);
  await sender.wake();
  const owner = new pg.Client({ connectionString: database });
  await owner.connect();
  const hears = async () =>
    (
      await owner.query(
        `SELECT FROM pg_stat_activity WHERE query = 'LISTEN outbox_mail' AND state = 'idle' AND datname = current_database()`,
      )
    ).rowCount;
  await expect.poll(hears, { timeout: 10_000 }).toBe(1);
  await owner.end();
  await db.outboxMessage.updateMany({
    where: { sessionId },
    data: { state: 'ready', sentAt: null, notBefore: new Date(0) },
  });
  await expect.poll(() => server.taken.length, { timeout: 10_000 }).toBe(6);
  await end(server);
});
