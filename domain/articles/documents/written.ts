import { z } from 'zod';
import { cleanProse, isVisible } from '@/domain/texts/clean-text';
import { type ArticleNode, isDocument, plainOf } from '../document';
import { allowedOf } from './allowed';
import { documentOfMarkdown } from './markdown';

/** Characters of a text, in Markdown or without any sign. */
const WORDS_MAX = 40_000;
/** Of what the editor sends: bytes, brackets within brackets, and all brackets. A text of 40,000 words stays far below. */
const BYTES_MAX = 400_000;
const DEPTH_MAX = 60;
const BRACKETS_MAX = 40_000;
const BRACKETS = new Set<string | undefined>(['[', ']', '{', '}']);

/** What an editor wrote, as a document; of one that cannot be read, an empty one. */
export const documentOf = (body: string): ArticleNode =>
  (isDocument(body) ? readDocument(body) : documentOfMarkdown(body)) ?? {
    type: 'doc',
    content: [{ type: 'paragraph' }],
  };

function readDocument(json: string): ArticleNode | null {
  try {
    return isWithinBounds(json) ? allowedOf(JSON.parse(json)) : null;
  } catch {
    return null;
  }
}

/** Counted before anything is made of it, in one way along the text: whatever it holds, that takes as many steps as it has signs. */
function isWithinBounds(json: string): boolean {
  if (Buffer.byteLength(json) > BYTES_MAX) return false;
  let [depth, brackets, isInWords] = [0, 0, false];
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === '"') isInWords = !isInWords;
    else if (isInWords && sign === '\\') at++;
    if (isInWords || !BRACKETS.has(sign)) continue;
    depth += sign === '[' || sign === '{' ? 1 : -1;
    if (depth > DEPTH_MAX || ++brackets > BRACKETS_MAX) return false;
  }
  return true;
}

/**
 * The field of a text. What comes out is Markdown, cleaned, or a document of what is allowed; beyond bounds and what holds
 * no words is refused.
 */
export const bodyInput = z.string().transform((sent, context) => {
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (!isDocument(sent)) {
    const markdown = cleanProse(sent);
    if (!isVisible(markdown)) return refuse('required');
    return markdown.length > WORDS_MAX ? refuse('too-long') : markdown;
  }
  if (!isWithinBounds(sent)) return refuse('document-too-large');
  const document = readDocument(sent);
  if (!document) return refuse('document-unreadable');
  const plain = plainOf(document);
  if (!isVisible(plain)) return refuse('required');
  return plain.length > WORDS_MAX ? refuse('document-too-large') : JSON.stringify(document);
});
