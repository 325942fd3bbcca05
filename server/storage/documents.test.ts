import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskStorage } from './disk';
import { keeper } from './documents';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
});
afterAll(() => rm(folder, { recursive: true }));

const keep = (bytes: Uint8Array, name = 'tai-lieu.pdf') =>
  keeper(diskStorage(folder))(new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }));
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n');

test('a PDF is kept byte for byte under its hash, whatever its name says', async () => {
  const kept = await keep(pdf, 'anh.jpg');
  if (!kept.ok) throw new Error(kept.problem);
  expect(kept.value).toMatchObject({ mime: 'application/pdf', bytes: pdf.length });
  expect(Buffer.from((await diskStorage(folder).get(kept.value.sha256)) ?? [])).toEqual(pdf);
});

test('a picture named as a PDF is kept as the picture it is', async () => {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#b5446e' } })
    .png()
    .toBuffer();
  expect(await keep(picture)).toMatchObject({ ok: true, value: { mime: 'image/webp', width: 40 } });
});

test('what only calls itself a PDF, half of one or a page is refused and leaves nothing behind', async () => {
  const before = (await readdir(folder, { recursive: true })).length;
  for (const bytes of [
    Buffer.from('<html><script>alert(1)</script>%PDF-1.7 %%EOF'),
    Buffer.from('%PDF-9.9\n%%EOF'),
    pdf.subarray(0, 20),
    Buffer.concat([pdf, Buffer.from('<script>alert(1)</script>')]),
    Buffer.from('MZ\u0090\u0000'),
    Buffer.alloc(0),
  ])
    expect(await keep(bytes), bytes.toString('latin1').slice(0, 20)).toEqual({ ok: false, problem: 'not-a-material' });
  expect((await readdir(folder, { recursive: true })).length).toBe(before);
});
