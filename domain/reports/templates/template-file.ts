import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { Day } from '@/domain/days/day';
import { ok, problem, type Result } from '@/domain/result';
import { unzip, zipped, zippedOn } from '@/domain/zip';
import { DEMO_FIELD, type Field, type FieldValues, fields } from './fields';
import { marksOf } from './marks';
import { mistakesOf } from './mistakes';
import { DOCUMENT, readParts } from './parts';
import type { FileRefusal, Mistake } from './template';

export type ReadTemplate = { file: Uint8Array; mistakes: Mistake[] };

/** Whatever a report tells, a letter is no longer than this, inflated. */
const FILLED_BYTES_MAX = 48 * 1024 * 1024;
/** More rows than any report has. */
const ROWS_TRIED = 120;
const FIRST_DAY: Day = '1980-01-01';
const FILLED = /^word\/(document|header\d*|footer\d*)\.xml$/;
const NOTES = /^word\/(footnotes|endnotes|comments)\.xml$/;

/** A template checked as a file and field by field, and filled once with more than any report tells; what is kept is what was looked at. */
export function readTemplate(bytes: Buffer): Result<ReadTemplate, FileRefusal> {
  const read = readParts(bytes);
  if (!read.ok) return read;
  const parts = read.value;
  const marked = [...parts].flatMap(([name, data]) =>
    FILLED.test(name) || NOTES.test(name) ? [{ marks: marksOf(data.toString('utf8')), isNote: NOTES.test(name) }] : [],
  );
  const mistakes = mistakesOf(marked);
  if (mistakes.length > 0) return ok({ file: new Uint8Array(), mistakes });
  const file = zippedOn(parts, FIRST_DAY);
  return ok({ file, mistakes: triedOn(file) });
}

/** What only filling shows: a list that begins in one row and ends in another, or a letter that grows without measure. */
function triedOn(file: Buffer): Mistake[] {
  const filled = filledWith(file, valuesOf(fields));
  if (!filled.ok) return filled.mistakes;
  const size = [...filled.parts.values()].reduce((sum, { length }) => sum + length, 0);
  return size > FILLED_BYTES_MAX ? [{ kind: 'too-long', field: '' }] : [];
}

const valuesOf = (among: readonly Field[]): FieldValues =>
  Object.fromEntries(
    among.map(({ name, list }) => [
      name,
      list ? Array.from({ length: name === 'dong' ? ROWS_TRIED : 1 }, () => valuesOf(list)) : 'Xã Mẫu 1.234,5',
    ]),
  );

/** A template filled with what a report says; the same of the same day is the same, byte for byte. */
export function fillTemplate(file: Buffer, values: FieldValues, day: Day): Result<Uint8Array, 'not-filled'> {
  const filled = filledWith(file, values);
  if (!filled.ok) return problem('not-filled');
  const { parts } = filled;
  const document = parts.get(DOCUMENT)?.toString('utf8') ?? '';
  const [mark] = (values[DEMO_FIELD] ?? []) as readonly FieldValues[];
  if (mark && !bearsMark(file)) parts.set(DOCUMENT, Buffer.from(withMark(document, String(mark.dau ?? ''))));
  return ok(zippedOn(parts, day));
}

/** The template says itself that the data are a demonstration. */
function bearsMark(file: Buffer): boolean {
  const parts = unzip(file, (name) => name === DOCUMENT, FILLED_BYTES_MAX);
  if (typeof parts === 'string') return false;
  return marksOf(parts.get(DOCUMENT)?.toString('utf8') ?? '').some(({ text }) => text === `#${DEMO_FIELD}`);
}

function withMark(document: string, mark: string): string {
  const text = mark.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const paragraph = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  return document.replace(/<w:body\b[^>]*>/, (body) => body + paragraph);
}

type Filled = { ok: true; parts: Map<string, Buffer> } | { ok: false; mistakes: Mistake[] };

function filledWith(file: Buffer, values: FieldValues): Filled {
  const parts = unzip(file, () => true, FILLED_BYTES_MAX);
  if (typeof parts === 'string') return { ok: false, mistakes: [{ kind: 'not-filled', field: '' }] };
  try {
    const letter = new Docxtemplater(new PizZip(zipped(parts)), {
      paragraphLoop: true,
      parser,
      nullGetter: () => '',
      errorLogging: false,
    });
    letter.render(values);
    const made = letter.getZip() as PizZip;
    for (const name of parts.keys()) {
      const part = made.file(name);
      if (part) parts.set(name, Buffer.from(part.asUint8Array()));
    }
    return { ok: true, parts };
  } catch (error) {
    return { ok: false, mistakes: refusalsOf(error) };
  }
}

/** A name means what stands under it, and nothing that objects bring along. */
const parser = (name: string) => ({
  get: (scope: FieldValues) => (Object.hasOwn(Object(scope), name) ? scope[name] : undefined),
});

type Told = { properties?: { xtag?: string; context?: string; errors?: Told[] } };

function refusalsOf(error: unknown): Mistake[] {
  const { errors = [error as Told] } = (error as Told).properties ?? {};
  return errors.map(({ properties }) => ({ kind: 'not-filled', field: properties?.xtag ?? properties?.context ?? '' }));
}
