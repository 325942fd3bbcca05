import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/domain/access/viewer';
import { remindOfReports } from '@/domain/reminders/reports/remind-of-reports-commands';
import { returnReport } from '@/domain/reports/filing/decide-commands';
import { signReport } from '@/domain/reports/filing/sign-commands';
import { findReport } from '@/domain/reports/queries';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { openMailServer } from '@/test/servers/mail';
import { makePastMonth, readyToSign } from '@/test/stages/reports';
import { makeCommune, makeUnion, makeViewer, type TestUnion, type TestUnit } from '@/test/union';
import { MailSender } from './sender';
import { openTransport } from './transport';

const periodId = await makePastMonth();
let union: TestUnion;
let city: Viewer;

beforeEach(async () => {
  await db.outboxMessage.updateMany({ where: { state: 'ready' }, data: { state: 'discarded' } });
  union = await makeUnion();
  city = await makeViewer('province_official', union.province);
});

/** Somebody with an address who signs for these communes. */
async function makeOfficial(...communes: TestUnit[]): Promise<Viewer> {
  const { id, displayName } = await createAccountWithRole(db, 'commune_official', communes);
  const grants = communes.map((unit) => ({ role: 'commune_official' as const, unitId: unit.id, path: unit.path }));
  return { accountId: id, personId: null, displayName, locale: 'vi', grants };
}

const ask = async () =>
  expect(await remindOfReports(city, { askingId: randomUUID(), periodId })).toMatchObject({ ok: true });
const sign = async (viewer: Viewer, { id }: { id: string }) =>
  expect(await signReport(viewer, await readyToSign(viewer, id, periodId))).toMatchObject({ ok: true });
const mailOf = ({ accountId }: Viewer) =>
  db.outboxMessage.findFirstOrThrow({
    where: { about: 'reminded', accountId },
    select: { state: true, lastError: true, recipient: true },
  });

/** What these senders, at work at once with whatever else is done, hand to the mail server. */
async function sendWith(senders: number, meanwhile: Promise<unknown>[] = []) {
  const server = await openMailServer();
  const open = () => {
    const transport = openTransport({ smtpUrl: server.url, from: 'Cổng <khong-tra-loi@portal.test>', folder: '' });
    const log = { warn: () => {}, info: () => {} };
    return new MailSender({
      transport,
      portalUrl: 'https://portal.test',
      database: process.env.DATABASE_URL ?? '',
      log,
    });
  };
  const all = Array.from({ length: senders }, open);
  await Promise.all([...all.map((sender) => sender.wake()), ...meanwhile]);
  await Promise.all(all.map((sender) => sender.stop()));
  await server.close();
  return server.taken.map(({ to, subject }) => ({ to: [to ?? []].flat()[0]?.text, subject }));
}

test('a mail that waited while the commune signed is not sent and says why; the neighbour’s goes, and one whose report came back', async () => {
  const [signed, missing] = [await makeOfficial(union.longHung), await makeOfficial(union.trangDai)];
  const commune = await makeCommune(union.province, 'Phước Tân');
  const returned = await makeOfficial(commune);
  await ask();
  await sign(signed, union.longHung);
  await sign(returned, commune);
  const version = (await findReport(city, commune.id, periodId))?.row.version ?? 0;
  const about = { unitId: commune.id, periodId, version, remark: 'Xem lại ngày của một Gia đình số' };
  expect(await returnReport(city, about)).toMatchObject({ ok: true });

  const taken = await sendWith(1);
  expect(await mailOf(signed)).toMatchObject({ state: 'discarded', lastError: 'SIGNED' });
  for (const viewer of [missing, returned]) {
    const { recipient, ...mail } = await mailOf(viewer);
    expect(mail).toEqual({ state: 'sent', lastError: null });
    expect(taken.filter(({ to }) => to === recipient)).toHaveLength(1);
  }
  expect(taken.map(({ to }) => to)).not.toContain((await mailOf(signed)).recipient);
});

test('of two communes of hers the mail names the one that has not signed', async () => {
  const [first, second] = [await makeCommune(union.province, 'An Viễn'), await makeCommune(union.province, 'Xuân Lộc')];
  const official = await makeOfficial(first, second);
  await ask();
  await sign(official, first);
  const { recipient } = await mailOf(official);
  const [mail, ...others] = (await sendWith(1)).filter(({ to }) => to === recipient);
  expect(others).toEqual([]);
  expect(mail?.subject).toMatch(/: phường Xuân Lộc$/);
});

test('sixteen that sign before and while two processes send: each mail is sent once or says why, and none after a signing', async () => {
  const each = await Promise.all(
    Array.from({ length: 16 }, async (_, at) => {
      const commune = await makeCommune(union.province, `Xã thứ ${at}`);
      return { commune, official: await makeOfficial(commune) };
    }),
  );
  const [before, meanwhile] = [each.slice(0, 8), each.slice(8)];
  await ask();
  for (const { official, commune } of before) await sign(official, commune);
  const taken = await sendWith(
    2,
    meanwhile.map(({ official, commune }) => sign(official, commune)),
  );
  for (const { official } of before)
    expect(await mailOf(official)).toMatchObject({ state: 'discarded', lastError: 'SIGNED' });
  for (const { official } of each) {
    const { recipient, state, lastError } = await mailOf(official);
    expect([state, lastError]).toEqual(state === 'sent' ? ['sent', null] : ['discarded', 'SIGNED']);
    expect(taken.filter(({ to }) => to === recipient)).toHaveLength(state === 'sent' ? 1 : 0);
  }
});
