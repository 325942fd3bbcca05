import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer as createPlain } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepMeasures, openMeasures } from '../measures/measures-kept';
import { certificateOf, lookAtCertificate } from './certificate';
import { lastBackup, readKeptFacts } from './kept-facts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'condition-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));
const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(dataDir, name)), { recursive: true });
  writeFileSync(path.join(dataDir, name), text);
};

test('before anything was written down there is nothing, and what cannot be read is nothing either', () => {
  const nothing = { trail: null, backup: null, certificate: null, provider: null, pages: null, refused: null };
  expect(readKeptFacts(dataDir)).toEqual(nothing);
  for (const name of ['front.json', 'certificate.json', 'provider.json', 'backup-status.json', 'audit-check.json'])
    put(name, '{"at":');
  expect(readKeptFacts(dataDir)).toEqual(nothing);
});

test('the last backup is read as its command wrote it', () => {
  const made = { id: 'b1', at: '2026-11-29T02:00:00.000Z', bytes: 9 };
  put('backup-status.json', JSON.stringify({ folder: '/srv/backups', made }));
  expect(lastBackup(dataDir)).toEqual({ doneAt: new Date(made.at), failedAt: null, brokenAt: null, gap: null });
  const verified = { id: 'b1', at: '2026-11-29T03:00:00.000Z', whole: false, opened: true };
  put('backup-status.json', JSON.stringify({ made, verified }));
  expect(lastBackup(dataDir)?.brokenAt).toEqual(new Date(verified.at));
  const changes = { at: verified.at, waiting: 0, missing: 3, gapSince: verified.at };
  put('backup-changes.json', JSON.stringify(changes));
  expect(lastBackup(dataDir)?.gap).toEqual({ since: new Date(verified.at), missing: 3 });
  put('backup-status.json', JSON.stringify({ folder: '/srv/backups' }));
  expect(lastBackup(dataDir)).toBeNull();
});

test('what the front counted is read for ten minutes, by its owner alone, and a start goes on from it', () => {
  const measures = openMeasures(dataDir);
  measures.answered({ id: 'request', method: 'GET', asked: '/admin/people', status: 200, took: 70 });
  measures.refused('throttled');
  keepMeasures(measures, dataDir, (error) => expect.fail(String(error))).stop();
  expect(readKeptFacts(dataDir)).toMatchObject({ refused: 1, pages: [{ kind: 'admin/people', p95: 70, count: 1 }] });
  expect(readKeptFacts(dataDir, new Date(Date.now() + 601_000))).toMatchObject({ refused: null, pages: null });
  expect(statSync(path.join(dataDir, 'front.json')).mode & 0o077).toBe(0);
  const again = openMeasures(dataDir);
  again.refused('throttled');
  expect(again.refusedHours().reduce((sum, [, count]) => sum + count, 0)).toBe(2);
});

/** A certificate for nine days, made where openssl is there. */
function makeCertificate(): { key: Buffer; cert: Buffer } | undefined {
  const [key, cert] = [path.join(dataDir, 'key'), path.join(dataDir, 'cert')];
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '9'];
  try {
    execFileSync('openssl', [...words, '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return undefined;
  }
}

test('the end of a certificate is asked of the portal’s own address, whoever issued it', async ({ skip }) => {
  const made = makeCertificate();
  if (!made) return skip('openssl is not there');
  const server: Server = await new Promise((resolve) => {
    const begun = createServer(made).listen(0, '127.0.0.1', () => resolve(begun));
  });
  const { port } = server.address() as AddressInfo;
  await lookAtCertificate(`https://localhost:${port}`, dataDir);
  server.close();
  const { certificate } = readKeptFacts(dataDir);
  const days = ((certificate?.endsAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(8.9);
  expect(days).toBeLessThan(9.1);
});

test('where nobody answers by https the end is unknown, and without https nobody is asked', async () => {
  const silent = createPlain((socket) => socket.end('SSH-2.0\r\n')).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const port = String((silent.address() as AddressInfo).port);
  expect(await certificateOf({ hostname: '127.0.0.1', port })).toMatchObject({ endsAt: null });
  silent.close();
  await lookAtCertificate('http://localhost:1', dataDir);
  expect(readKeptFacts(dataDir).certificate).toBeNull();
});
