import { problem, type Result } from '@/domain/result';
import { unzip } from '@/domain/zip';
import type { FileRefusal } from './template';

/** What the parts of a letter come to, its pictures among them. */
const INFLATED_BYTES_MAX = 16 * 1024 * 1024;
const NAMED_MAX = 5;

export const DOCUMENT = 'word/document.xml';
const TYPES = '[Content_Types].xml';
const LETTER_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** What a letter is made of; anything else is none of it. */
const LETTER_PARTS = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^docProps\/[\w.-]+$/,
  /^customXml\/[\w./-]+\.(xml|rels)$/,
  /^word\/(_rels\/)?[\w.-]+\.(xml|rels)$/,
  /^word\/(theme|glossary)\/(_rels\/)?[\w.-]+\.(xml|rels)$/,
  /^word\/media\/[\w.-]+\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$/i,
  /^word\/fonts\/[\w.-]+\.odttf$/i,
];
const MACROS = /vbaProject|vbaData|macroEnabled/i;
const OBJECTS =
  /(^|\/)(embeddings|activeX|controls?|ctrlProps)\/|\/(oleObject|package|control|aFChunk|subDocument|frame|attachedToolbars)"/i;
const OUTSIDE = /TargetMode\s*=\s*["']External["']/i;
const TARGET = /Target\s*=\s*["']([^"']*)["']/i;
/** Fields of Word that fetch something from elsewhere or start a program. */
const FETCHING = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b/i;
const INSTRUCTION = /<w:instrText\b[^>]*>([^<]*)|<w:fldSimple\b[^>]*?w:instr\s*=\s*["']([^"']*)/g;

/** The parts of a Word letter, counted before they are read: nothing in it runs, fetches or embeds anything. */
export function readParts(bytes: Buffer): Result<Map<string, Buffer>, FileRefusal> {
  const parts = unzip(bytes, () => true, INFLATED_BYTES_MAX);
  if (typeof parts === 'string') return problem(parts === 'file-inflates' ? parts : 'not-a-letter');
  for (const name of [...parts.keys()].filter((each) => each.endsWith('/'))) parts.delete(name);
  const names = [...parts.keys()];
  const types = textOf(parts, TYPES);
  if (MACROS.test(names.join('\n')) || MACROS.test(types)) return problem('has-macros');
  const texts = names.filter((name) => /\.(xml|rels)$/.test(name)).map((name) => [name, textOf(parts, name)] as const);
  const objects = names.filter((name) => OBJECTS.test(name));
  const links = texts.filter(([name]) => name.endsWith('.rels'));
  if (objects.length > 0 || links.some(([, text]) => OBJECTS.test(text)))
    return problem('has-objects', { names: objects.slice(0, NAMED_MAX).join(', ') || 'OLE' });
  if (!types.includes(LETTER_TYPE) || !parts.has(DOCUMENT)) return problem('not-a-letter');
  const strange = names.find((name) => !LETTER_PARTS.some((part) => part.test(name)));
  if (strange) return problem('has-objects', { names: strange.slice(0, 80) });
  if (texts.some(([name, text]) => isUnplain(name, text))) return problem('not-a-letter');
  const outside = links.flatMap(([, text]) => targetsOutside(text));
  if (outside.length > 0) return problem('has-links', { names: outside.slice(0, NAMED_MAX).join(', ') });
  const fetching = texts.map(([, text]) => FETCHING.exec(instructionsOf(text))?.[1]).find(Boolean);
  if (fetching) return problem('reads-others', { names: fetching.toUpperCase() });
  return { ok: true, value: parts };
}

const textOf = (parts: ReadonlyMap<string, Buffer>, name: string) => parts.get(name)?.toString('utf8') ?? '';

/** In letters of another kind, with names of its own for letters, or disguised: it could be read in more than one way. */
const isUnplain = (name: string, text: string) =>
  /<!DOCTYPE|<!ENTITY/i.test(text) ||
  /^[^>]*\bencoding\s*=\s*["'](?!utf-8["'])/i.test(text.slice(0, 200)) ||
  !/^\ufeff?\s*</.test(text) ||
  (name.endsWith('.rels') && text.includes('&#'));

const targetsOutside = (rels: string): string[] =>
  (rels.match(/<Relationship\b[^>]*>/gi) ?? [])
    .filter((each) => OUTSIDE.test(each))
    .map((each) => (TARGET.exec(each)?.[1] ?? '').slice(0, 80));

const instructionsOf = (text: string) =>
  [...text.matchAll(INSTRUCTION)].map(([, run = '', simple = '']) => run + simple).join('');
