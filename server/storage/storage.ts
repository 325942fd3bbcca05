/**
 * A place for bytes, each under its own SHA-256: the same picture twice is one. Another place to keep them is another
 * driver.
 */
export type Storage = {
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** null when there is nothing under this hash */
  get(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** what is not there is removed already */
  remove(sha256: string): Promise<void>;
};

/** Whether a place for bytes has no room left, or takes none at the moment: the same again may well work. */
export const isStorageFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EROFS'].includes((error as NodeJS.ErrnoException | null)?.code ?? '');
