import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { answerPage, openFront } from '@/test/servers/front';
import type { Visit } from '../entrance/visit';
import { LogFile } from '../log-file';
import { noteRefusal, shared } from '../still/shared';
import { openRefusedLog } from './refused-log';

let open: Awaited<ReturnType<typeof openFront>> | undefined;
let folder: string | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
});

const UUID = '018f4c4e-0000-7000-8000-000000000001';
const visit = (client: string, asked = '/api/auth/callback/credentials'): Visit =>
  ({ request: { method: 'POST' }, claims: { id: 'aaaa-bbbb-cccc', client }, asked }) as Visit;

function listen() {
  const lines: Record<string, unknown>[] = [];
  return { lines, note: openRefusedLog((line) => lines.push(JSON.parse(line))) };
}

describe('a refused attempt', () => {
  test('is written down with account, network, action, reason and request, and without what was typed', () => {
    const text: string[] = [];
    const note = openRefusedLog((line) => text.push(line));
    note(visit('::ffff:192.0.2.7', '/api/auth/callback/credentials?callbackUrl=x'), {
      reason: 'wrong-credentials',
      account: UUID,
      tried: 'lan@example.org',
    });
    expect(JSON.parse(text.join())).toMatchObject({
      account: UUID,
      network: '192.0.2.7',
      action: 'POST /api/auth/callback/credentials',
      reason: 'wrong-credentials',
      id: 'aaaa-bbbb-cccc',
    });
    expect(text.join()).not.toMatch(/lan@example|callbackUrl/);
  });

  test('names no secret of a ticket', () => {
    const { lines, note } = listen();
    note(visit('192.0.2.7', '/ve/abcdefghijklmnopqrstuvwxyz'), { reason: 'too-often' });
    expect(lines[0]?.action).toBe('POST /ve/…');
  });

  test('is one of many when a network tries one account after the other', () => {
    const { lines, note } = listen();
    const spraying = () => lines.filter(({ reason }) => reason === 'spraying');
    for (let at = 0; at < 11; at++)
      for (const _ of [1, 2]) note(visit('192.0.2.7'), { reason: 'wrong-credentials', tried: `woman-${at}` });
    note(visit('192.0.2.8'), { reason: 'wrong-credentials', tried: 'woman-11' });
    expect(spraying()).toEqual([]);
    for (const _ of [1, 2]) note(visit('192.0.2.7'), { reason: 'wrong-credentials', tried: 'woman-11' });
    expect(spraying()).toMatchObject([{ network: '192.0.2.7', reason: 'spraying' }]);
  });

  test('of a flood leaves its trace, and washes away none of others', () => {
    const { lines, note } = listen();
    for (let at = 0; at < 10_000; at++) note(visit('192.0.2.7'), { reason: 'too-often' });
    note(visit('192.0.2.8'), { reason: 'foreign-origin' });
    expect(lines.length).toBeLessThan(300);
    expect(lines.at(-1)).toMatchObject({ network: '192.0.2.8', reason: 'foreign-origin' });
  });
});

test('the front tells of what was refused: by itself, by a rule behind it, and as what does not exist for her', async () => {
  open = await openFront(async (request, response) => {
    const drawing = shared.drawing.getStore();
    if (drawing) drawing.account = UUID;
    if (request.url === '/admin/foreign') response.statusCode = 404;
    if (request.url === '/admin/action') noteRefusal({ reason: 'not-allowed' });
    await answerPage(response, 'x');
  });
  const post = { method: 'POST', body: 'a=1' };
  await open.ask('/admin');
  await open.ask('/admin/foreign');
  await open.ask('/admin/action', post);
  await open.ask('/admin/action', { ...post, headers: { origin: 'https://evil.invalid' } });
  expect(open.refused).toMatchObject([
    { account: UUID, action: 'GET /admin/foreign', reason: 'not-found', network: '127.0.0.1' },
    { account: UUID, action: 'POST /admin/action', reason: 'not-allowed' },
    { action: 'POST /admin/action', reason: 'foreign-origin' },
  ]);
  for (const { id } of open.refused) expect(id).toMatch(/^[\da-f]{4}-[\da-f]{4}-[\da-f]{4}$/);
});

test('a log that is full is set aside, not cut; two writers of one file lose no line', () => {
  folder = mkdtempSync(path.join(tmpdir(), 'refused-'));
  const file = path.join(folder, 'log', 'refused.log');
  const writers = [1, 2].map(() => new LogFile(file, { size: 400, kept: 20 }));
  const lines = Array.from({ length: 100 }, (_, at) => `line ${String(at).padStart(3, '0')} ${'x'.repeat(20)}\n`);
  for (const [at, line] of lines.entries()) writers[at % 2]?.write(line);
  const parts = readdirSync(path.dirname(file));
  expect(parts.length).toBeGreaterThan(5);
  const kept = parts.map((name) => readFileSync(path.join(path.dirname(file), name), 'utf8')).join('');
  expect(kept.split('\n').filter(Boolean).sort()).toEqual(lines.map((line) => line.trim()));
});
