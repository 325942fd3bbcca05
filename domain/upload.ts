import { z } from 'zod';

/** A file from a form; the browser sends an empty one where none was chosen. */
export const fileInput = (bytesMax: number) =>
  z
    .instanceof(File, { error: 'file-needed' })
    .refine((file) => file.size > 0, 'file-needed')
    .refine((file) => file.size <= bytesMax, 'file-too-large');

/** The same where nothing need be handed in. */
export const optionalFileInput = (bytesMax: number) =>
  z.preprocess(
    (value) => (value instanceof File && value.size === 0 ? undefined : value),
    fileInput(bytesMax).optional(),
  );
