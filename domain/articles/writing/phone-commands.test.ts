import { beforeAll, expect, test } from 'vitest';
import { db } from '@/prisma/client';
import { makeUnion, makeViewer, type TestUnion } from '@/test/union';
import { openWritingPhone } from './phone-commands';

let union: TestUnion;
beforeAll(async () => {
  union = await makeUnion();
});

test('a browser in which she writes has one key, which is hers alone', async () => {
  const editor = await makeViewer('editor', union.province);
  const colleague = await makeViewer('editor', union.province);
  const first = await openWritingPhone(editor, { known: [] });
  if (!first.ok) return expect.unreachable();
  const known = [first.value.deviceId];
  expect(await openWritingPhone(editor, { known })).toMatchObject({ value: { key: first.value.key } });
  const hers = await openWritingPhone(colleague, { known });
  expect(hers).toMatchObject({ ok: true, value: { accountId: colleague.accountId } });
  expect(hers.ok && hers.value.key).not.toBe(first.value.key);
  expect(await db.device.count({ where: { accountId: editor.accountId } })).toBe(1);
});

test('who writes no articles gets no key and leaves no trace; who wrote some opens hers still when her right has ended', async () => {
  const reader = await makeViewer('viewer', union.province);
  expect(await openWritingPhone(reader, { known: [] })).toEqual({ ok: false, problem: 'not-allowed' });
  expect(await db.device.count({ where: { accountId: reader.accountId } })).toBe(0);

  const official = await makeViewer('commune_official', union.trangDai);
  const phone = await openWritingPhone(official, { known: [] });
  const known = phone.ok ? [phone.value.deviceId] : [];
  const ended = { ...official, grants: [] };
  expect(await openWritingPhone(ended, { known })).toMatchObject({ ok: true, value: { deviceId: known[0] } });
  expect(await openWritingPhone(ended, { known: [] })).toEqual({ ok: false, problem: 'not-allowed' });
});
