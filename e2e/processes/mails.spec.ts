import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type ParsedMail, simpleParser } from 'mailparser';
import { createAccountWithRole } from '../../test/factories/accounts';
import { type Made, newId, read, write } from '../../test/factories/write';
import { openMailServer } from '../../test/servers/mail';
import { makeGround, type OwnDatabase } from '../support/processes/databases';
import { type Server, startProcess } from '../support/processes/processes';
import { openSession } from '../support/stage/trainings';

/** Processes of our own on a database of our own, with a mail server that answers when it is told to. */
let database: OwnDatabase;
let mailServer: Awaited<ReturnType<typeof openMailServer>>;
let answerNow: () => void = () => {};
const taken: ParsedMail[] = [];
const started: Server[] = [];
let dataDir: string;

test.describe.configure({ timeout: 300_000 });
/** A mail is taken when its turn comes: how soon is tried where the sender is. */
const inItsTurn = { timeout: 60_000 };
test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'mails-'));
  mailServer = await openMailServer({
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        answerNow = done;
        taken.push(mail);
      }, done);
    },
  });
  database = await makeGround('portal_mails');
});
test.afterAll(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  await mailServer?.close();
  await database?.drop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

async function start(more: Record<string, string> = {}): Promise<Server> {
  const server = await startProcess({ DATABASE_URL: database.url, DATA_DIR: dataDir, ...more });
  started.push(server);
  return server;
}
const idOf = ({ messageId }: ParsedMail) => messageId?.slice(1, messageId.indexOf('@'));
const states = () =>
  read<{ state: string; attempts: number }>(
    database.client,
    'SELECT state::text, attempts FROM outbox_message ORDER BY created_at',
  );

/** Mails to one trainer, in the order in which they are due. */
async function writeMails(...topics: string[]): Promise<string[]> {
  const { client } = database;
  const [commune = { id: '' }] = await read<Made>(client, `SELECT id FROM unit WHERE slug = 'long-hung'`);
  const session = await openSession(client, commune, 10);
  const trainer = await createAccountWithRole(client, 'trainer', [commune], { displayName: 'Lê Thị Hoa' });
  const ids = topics.map(() => newId());
  for (const [at, about] of topics.entries()) {
    const due = new Date(Date.now() - 60_000 + at).toISOString();
    const to = { recipient: trainer.email, account_id: trainer.id, session_id: session.id, locale: 'vi', facts: {} };
    const row = { id: ids[at], kind: 'email', about, dedupe_key: about, state: 'ready', attempts: 0, ...to };
    await write(client, [['outbox_message', { ...row, not_before: due, created_at: due }]]);
  }
  return ids;
}

test('asked to stop while mails wait, a process hands over the one under way and ends in order; of one that is killed the next sends the mail again; none is lost', async () => {
  const [first, second, third] = await writeMails('trainer-put-on', 'session-moved', 'session-cancelled');
  const stopped = await start({ SMTP_URL: mailServer.url });
  await expect.poll(() => taken.map(idOf), inItsTurn).toEqual([first]);
  const ended = once(stopped.child, 'exit');
  stopped.child.kill('SIGTERM');
  const health = () => fetch(`${stopped.origin}/healthz`).then(String, () => 'takes no more');
  await expect.poll(health, inItsTurn).toBe('takes no more');
  answerNow();
  expect(await ended).toEqual([0, null]);
  const waiting = { state: 'ready', attempts: 0 };
  expect(await states()).toEqual([{ state: 'sent', attempts: 1 }, waiting, waiting]);

  const killed = await start({ SMTP_URL: mailServer.url });
  await expect.poll(() => taken.map(idOf), inItsTurn).toEqual([first, second]);
  killed.child.kill('SIGKILL');
  await once(killed.child, 'exit');
  expect(await states()).toEqual([{ state: 'sent', attempts: 1 }, { state: 'ready', attempts: 1 }, waiting]);

  // as if the five minutes were over for which the killed one had claimed it; and now without a mail server
  await database.client.query(`UPDATE outbox_message SET not_before = now() WHERE state = 'ready'`);
  await start();
  await expect
    .poll(async () => (await states()).map(({ state }) => state), inItsTurn)
    .toEqual(['sent', 'sent', 'sent']);
  const files = readdirSync(join(dataDir, 'mail'));
  expect(files.sort()).toEqual([`${second}.eml`, `${third}.eml`].sort());
  const again = await simpleParser(readFileSync(join(dataDir, 'mail', `${second}.eml`)));
  expect(again.messageId).toBe(taken[1]?.messageId);
  expect(again.subject).toMatch(/^Đổi lịch: /);
});
