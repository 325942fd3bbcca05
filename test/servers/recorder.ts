import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';

/** Stands in for what records. A frame of MPEG-1 layer III at 32 kbit/s and 44.1 kHz, in one channel, in which nothing is heard: 26 milliseconds. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0xc4]), Buffer.alloc(100)]);
const FRAME_SECONDS = 1152 / 44_100;

/** An MP3 of so many seconds, in silence. */
export const silentMp3 = (seconds: number): Buffer<ArrayBuffer> =>
  Buffer.concat(Array.from({ length: Math.ceil(seconds / FRAME_SECONDS) }, () => FRAME));

/** What a program writes before the frames of an MP3. */
export function id3Tag(words: string): Buffer<ArrayBuffer> {
  const text = Buffer.concat([Buffer.from([0]), Buffer.from(words)]);
  const size = Buffer.from([0, 0, text.length >> 7, text.length & 0x7f]);
  const frame = Buffer.concat([Buffer.from('TIT2'), size, Buffer.alloc(2), text]);
  const whole = Buffer.from([0, 0, frame.length >> 7, frame.length & 0x7f]);
  return Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0]), whole, frame]);
}

type Spoken = { seconds: number; codec?: 'aac' | 'opus'; film?: boolean; title?: string };

/** An MP4 of so many seconds whose packets hold the same few bytes each; with a title and a cover, or with a film beside it. */
export async function madeMp4({ seconds, codec = 'aac', film = false, title }: Spoken): Promise<Buffer<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({ target, format: new Mp4OutputFormat() });
  const sound = new EncodedAudioPacketSource(codec);
  const pictures = new EncodedVideoPacketSource('vp9');
  output.addAudioTrack(sound);
  if (film) output.addVideoTrack(pictures);
  if (title) {
    const cover = {
      data: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]),
      mimeType: 'image/jpeg',
      kind: 'coverFront',
    } as const;
    output.setMetadataTags({ title, images: [cover] });
  }
  await output.start();
  const description = new Uint8Array([0x12, 0x08]);
  const config = codec === 'aac' ? { codec: 'mp4a.40.2', description } : { codec: 'opus' };
  const decoderConfig = { ...config, sampleRate: 44_100, numberOfChannels: 1 };
  if (film) {
    const shown = { codec: 'vp09.00.10.08', codedWidth: 16, codedHeight: 16 };
    await pictures.add(new EncodedPacket(new Uint8Array(20), 'key', 0, seconds), { decoderConfig: shown });
  }
  const each = 1024 / 44_100;
  for (let at = 0; at < seconds; at += each)
    await sound.add(new EncodedPacket(new Uint8Array([1, 0x40, 0x20, 7]), 'key', at, each), { decoderConfig });
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}
