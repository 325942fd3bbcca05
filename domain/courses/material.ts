import type { Result } from '@/domain/result';
import { slugOf } from '@/domain/slug';

/** A file in storage, made anew (a picture) or checked (a PDF), under the hash of its bytes. */
export type KeptFile = { sha256: string; mime: string; bytes: number; width?: number; height?: number };

export type FileProblem = 'not-a-material' | 'picture-too-large';

/** Puts a file into storage. Handed to a command by the action, since the domain knows no disk. */
export type KeepFile = (file: File) => Promise<Result<KeptFile, FileProblem>>;

/** The place of a file in storage, and the name under which it is handed out. */
export type StoredFile = { sha256: string; mime: string; name: string };

const ENDINGS: Record<string, string> = { 'application/pdf': 'pdf', 'image/webp': 'webp' };

/** "Sử dụng VNeID" → "su-dung-vneid.pdf": a name that every device takes. */
export const fileName = (title: string, mime: string) => `${slugOf(title) || 'tai-lieu'}.${ENDINGS[mime] ?? 'bin'}`;
