import { type ArticleNode, isDocument } from '@/domain/articles/document';
import { documentOfMarkdown, markdownOf } from '@/domain/articles/documents/markdown';
import type { Writing } from '@/domain/articles/writing/writing-memory';
import { textsOf } from './form-fields';

type Fields = Writing['fields'];

/** A text as a document, whether it was written in the editor or as Markdown before that came. */
export const writtenOf = (text: string): ArticleNode =>
  isDocument(text) ? (JSON.parse(text) as ArticleNode) : documentOfMarkdown(text);

const wordsOf = (text = '') => (isDocument(text) ? markdownOf(writtenOf(text)) : text).trim();

/** Whether two forms say the same, whatever version they were drawn from. */
export const isSame = (one: Fields, other: Fields): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => name === 'version' || wordsOf(one[name]) === wordsOf(other[name]),
  );

/**
 * Puts a text that was kept into its form, its version too: where somebody saved since, saving shows both. Whatever watches a field
 * learns of it; a field without the editor gets signs of Markdown.
 */
export function fillIn(form: HTMLFormElement, fields: Fields): void {
  for (const field of textsOf(form)) {
    const kept = fields[field.name];
    if (kept === undefined) continue;
    const value = isDocument(kept) && !field.hidden ? wordsOf(kept) : kept;
    if (value === field.value) continue;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
