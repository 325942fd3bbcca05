import { describe, expect, test } from 'vitest';
import { id3Tag, madeMp4, silentMp3 } from '@/test/servers/recorder';
import { readSound } from './sound-file';

const read = (...parts: Uint8Array[]) => readSound(new Uint8Array(Buffer.concat(parts)));
const refusalOf = async (...parts: Uint8Array[]) => {
  const answer = await read(...parts);
  return answer.ok ? null : answer.problem;
};
async function made(...parts: Uint8Array[]) {
  const answer = await read(...parts);
  if (!answer.ok) throw new Error(answer.problem);
  return { ...answer.value, text: Buffer.from(answer.value.bytes).toString('latin1') };
}
const PAGE = Buffer.from('<html><script>alert(document.cookie)</script></html>'.repeat(20));

describe('what is kept of a recording', () => {
  test('is its sound: no title, no page before, between or behind its packets', async () => {
    const plain = await made(silentMp3(5));
    expect(plain).toMatchObject({ format: 'mp3', seconds: 5 });
    for (const dressed of [
      [id3Tag('Secret place'), silentMp3(5)],
      [silentMp3(5), PAGE],
      [id3Tag('Secret place'), silentMp3(2), PAGE, silentMp3(3), Buffer.from(`TAG${'x'.repeat(125)}`)],
    ]) {
      const { text, seconds } = await made(...dressed);
      expect(seconds).toBe(5);
      expect(text).not.toMatch(/Secret|script|ID3|TAG/);
    }
    expect((await made(id3Tag('Secret place'), silentMp3(5))).bytes).toEqual(plain.bytes);
  });

  test('holds for what phones record as well, whose title and cover stand in boxes of their own', async () => {
    const sent = await madeMp4({ seconds: 3, title: 'Secret place' });
    expect(sent.toString('latin1')).toContain('Secret place');
    const { text, format, seconds, bytes } = await made(sent, PAGE);
    expect([format, seconds]).toEqual(['m4a', 3]);
    expect(text).not.toMatch(/Secret|script|udta|covr/);
    // and it can be read again, as a browser does
    expect(await made(bytes)).toMatchObject({ format: 'm4a', seconds: 3 });
  });
});

describe('a file is refused', () => {
  test('that is no recording, or hides one behind something else', async () => {
    expect(await refusalOf(Buffer.from('RIFF....WAVEfmt '))).toBe('not-a-sound');
    expect(await refusalOf(Buffer.from('%PDF-1.7'), silentMp3(5))).toBe('not-a-sound');
    expect(await refusalOf(PAGE, silentMp3(5))).toBe('not-a-sound');
    expect(await refusalOf(await madeMp4({ seconds: 3, codec: 'opus' }))).toBe('not-a-sound');
    expect(await refusalOf(new Uint8Array(0))).toBe('not-a-sound');
  });

  test('that is a film', async () => {
    expect(await refusalOf(await madeMp4({ seconds: 3, film: true }))).toBe('sound-has-pictures');
  });

  test('that is broken, holds next to nothing, or says what cannot be', async () => {
    const whole = await madeMp4({ seconds: 9 });
    for (const end of [200, whole.length - 800]) expect(await refusalOf(whole.subarray(0, end))).toBe('sound-broken');
    expect(await refusalOf(id3Tag('Nothing but a title'))).toBe('sound-broken');
    expect(await refusalOf(silentMp3(0.5))).toBe('sound-broken');
    // the table of sizes names one packet of four gigabytes
    const sizes = whole.indexOf('stsz');
    const flooded = Buffer.from(whole);
    flooded.writeUInt32BE(0xfffffff0, sizes + 8);
    flooded.writeUInt32BE(0xfffffff0, sizes + 12);
    expect(await refusalOf(flooded)).toMatch(/^(sound-broken|not-a-sound|sound-too-long)$/);
  });

  test('that is longer than fifteen minutes, to the second', async () => {
    expect(await refusalOf(silentMp3(901))).toBe('sound-too-long');
    expect((await made(silentMp3(899))).seconds).toBe(899);
  });
});
