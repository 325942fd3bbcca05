import { z } from 'zod';
import { idInput } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import type { Result } from '@/domain/result';
import { line, optional } from '@/domain/texts/text';
import type { ThreadProblem } from '@/domain/thread';
import { fileInput } from '@/domain/upload';
import { versionInput } from '@/domain/version';

export const SOUND_BYTES_MAX = 10_000_000;
/** Fifteen minutes: who reads longer than that has written a book. */
export const SECONDS_MAX = 900;
/** Kinds that the browser offers to choose; the content of a file tells its real kind. */
export const SOUND_KINDS = 'audio/mpeg,audio/mp4,audio/x-m4a,.mp3,.m4a';

/** What every browser plays that the portal serves. */
export const soundFormats = ['mp3', 'm4a'] as const;
export type SoundFormat = (typeof soundFormats)[number];
export const isSoundFormat = (format: string): format is SoundFormat =>
  (soundFormats as readonly string[]).includes(format);

const MIMES: Record<SoundFormat, string> = { mp3: 'audio/mpeg', m4a: 'audio/mp4' };
export const mimeOf = (format: SoundFormat) => MIMES[format];

/** What a file is refused for: it is no recording of a kind we know, holds a film, is broken, or too long. */
export type FileRefusal = 'not-a-sound' | 'sound-has-pictures' | 'sound-broken' | 'sound-too-long';

/** A recording in storage: made anew from what was sent, with nothing else in it. */
export type KeptSound = { sha256: string; format: SoundFormat; bytes: number; seconds: number };
/** Puts a recording into storage. Handed to a command by the action, since the domain knows no disk. */
export type KeepSound = (file: File) => Promise<Result<KeptSound, FileRefusal | ThreadProblem>>;

const locale = z.enum(['vi', 'en']);

export const addSoundInput = z
  .object({
    articleId: idInput,
    version: versionInput,
    locale,
    readBy: line(2, 120),
    agreed: z.literal('on', { error: 'agreed-needed' }),
    // left out where it came in parts; an empty one is none that was chosen
    soundFile: fileInput(SOUND_BYTES_MAX).optional(),
    uploadId: optional(idInput),
  })
  .refine(({ soundFile, uploadId }) => soundFile !== undefined || uploadId !== undefined, {
    path: ['soundFile'],
    error: 'file-needed',
  });
export type AddSoundInput = z.output<typeof addSoundInput>;

export const removeSoundInput = z.object({ articleId: idInput, version: versionInput, locale });
export type RemoveSoundInput = z.output<typeof removeSoundInput>;

/** The sound of a text as its page draws it. `textId` names it, `readBy` says who reads. */
export type ShownSound = {
  textId: string;
  format: SoundFormat;
  seconds: number;
  bytes: number;
  readBy: string;
  /** of a text that is not public: below which address it lies */
  below?: string;
};

/** The same as editors see it; `stale`: the words were changed since, and readers do not get it. */
export type DraftSound = Omit<ShownSound, 'below'> & {
  locale: Locale;
  stale: boolean;
  addedBy: string | null;
  addedAt: Date;
};

/** A sound in storage. */
export type StoredSound = { sha256: string; format: SoundFormat };
