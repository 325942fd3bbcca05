import {
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import { ok, problem, type Result } from '@/domain/result';
import { type FileRefusal, SECONDS_MAX, type SoundFormat } from './sound';

/** What is left of a file: its packets of sound in a new file, and how long they are heard. */
export type MadeSound = { bytes: Uint8Array<ArrayBuffer>; format: SoundFormat; seconds: number };

/** Of the finest sampling there is, fifteen minutes are fewer. */
const PACKETS_MAX = 90_000;
/** The largest a packet of either codec can be. */
const PACKET_BYTES_MAX = 8_192;

const CODECS = { mp3: 'mp3', m4a: 'aac' } as const satisfies Record<SoundFormat, 'mp3' | 'aac'>;

/** What the first bytes say: an MP3 begins with a tag or a frame, an M4A with its brand. Nothing stands before them. */
function formatOf(bytes: Uint8Array): SoundFormat | null {
  const [first = 0, second = 0] = bytes;
  const words = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (words(0, 3) === 'ID3' || (first === 0xff && (second & 0xe6) === 0xe2)) return 'mp3';
  return words(4, 8) === 'ftyp' ? 'm4a' : null;
}

/** A recording made anew: its packets of sound alone, in a new file. Tags, places, covers, and what stands behind or between are left. */
export async function readSound(sent: Uint8Array<ArrayBuffer>): Promise<Result<MadeSound, FileRefusal>> {
  const format = formatOf(sent);
  if (!format) return problem('not-a-sound');
  try {
    const input = new Input({ formats: [MP3, MP4], source: new BufferSource(sent) });
    const tracks = await input.getTracks();
    if (tracks.some((track) => track.isVideoTrack())) return problem('sound-has-pictures');
    if (tracks.length === 0) return problem('sound-broken');
    const [track, another] = tracks.filter((each) => each.isAudioTrack());
    if (!track || another || (await track.getCodec()) !== CODECS[format]) return problem('not-a-sound');
    return await madeAnew(track, format);
  } catch {
    return problem('sound-broken');
  }
}

async function madeAnew(track: InputAudioTrack, format: SoundFormat): Promise<Result<MadeSound, FileRefusal>> {
  const decoderConfig = await track.getDecoderConfig();
  if (!decoderConfig) return problem('sound-broken');
  const target = new BufferTarget();
  const output = new Output({
    target,
    format: format === 'mp3' ? new Mp3OutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' }),
  });
  const source = new EncodedAudioPacketSource(CODECS[format]);
  output.addAudioTrack(source);
  await output.start();
  const heard = await copyPackets(track, (packet) => source.add(packet, { decoderConfig }));
  if (!heard.ok) return heard;
  // an M4A says in front how long it is: one that was cut off holds less
  if (format === 'm4a' && (await track.computeDuration()) > heard.value + 2) return problem('sound-broken');
  await output.finalize();
  return target.buffer
    ? ok({ bytes: new Uint8Array(target.buffer), format, seconds: heard.value })
    : problem('sound-broken');
}

/** Hands each packet on, one behind the other from the beginning on, and says how many seconds they are. */
async function copyPackets(
  track: InputAudioTrack,
  add: (packet: EncodedPacket) => Promise<void>,
): Promise<Result<number, FileRefusal>> {
  let [packets, seconds] = [0, 0];
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (++packets > PACKETS_MAX || packet.byteLength > PACKET_BYTES_MAX) return problem('sound-broken');
    await add(packet.clone({ timestamp: seconds }));
    seconds += packet.duration;
    if (!(packet.duration >= 0) || packet.byteLength === 0) return problem('sound-broken');
    if (seconds > SECONDS_MAX) return problem('sound-too-long');
  }
  return seconds >= 1 ? ok(Math.round(seconds)) : problem('sound-broken');
}
