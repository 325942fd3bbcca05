import { z } from 'zod';
import { cleanLine, cleanProse, isVisible } from './clean-text';

/** Blank is no text that is too short. Nothing here keeps rules over several fields from being told beside it. */
const sized = (min: number, max: number) =>
  z
    .string()
    .refine((text) => min === 0 || isVisible(text), 'required')
    .refine((text) => text.length >= min || !isVisible(text), 'too-short')
    .max(max, 'too-long');

/** No word has a hundred letters: such a run keeps a search busy. A blank that does not break (U+00A0) ends none, for PostgreSQL either. */
export const isRunLong = (text: string) => /[^ \t\n\r\f\v]{101}/.test(text);

/** A line of text from a form, at least `min` and at most `max` characters after cleaning. */
export const line = (min: number, max: number) => z.string().transform(cleanLine).pipe(sized(min, max));

/** A text of several lines from a form. */
export const prose = (min: number, max: number) => z.string().transform(cleanProse).pipe(sized(min, max));

/** An empty field means "nothing said". */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional());
