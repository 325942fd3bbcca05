import { type ArticleNode, isDocument } from '@/domain/articles/document';
import { documentOfMarkdown, markdownOf } from '@/domain/articles/documents/markdown';
import type { Writing } from '@/domain/articles/writing/writing-memory';
import { LINES_COME, textsOf } from './form-fields';

type Fields = Writing['fields'];

/** A text as a document, whether it was written in the editor or as Markdown before that came. */
export const writtenOf = (text: string): ArticleNode =>
  isDocument(text) ? (JSON.parse(text) as ArticleNode) : documentOfMarkdown(text);

const wordsOf = (text = '') => (isDocument(text) ? markdownOf(writtenOf(text)) : text).trim();

/** The lines of a form that say something, in the order in which they stand. */
const linesIn = (fields: Fields) =>
  Object.keys(fields).flatMap((name) => (/\[[a-z]+-\d+\]$/.test(name) && wordsOf(fields[name]) ? [name] : []));

/** Whether two forms say the same, lines in the same order, whatever version they were drawn from. */
export const isSame = (one: Fields, other: Fields): boolean =>
  linesIn(one).join() === linesIn(other).join() &&
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => name === 'version' || wordsOf(one[name]) === wordsOf(other[name]),
  );

/**
 * Puts a text that was kept into its form, its version too: where somebody saved since, saving shows both. Whatever watches a field
 * learns of it; a field without the editor gets signs of Markdown. Missing lines come first.
 */
export function fillIn(form: HTMLFormElement, fields: Fields): void {
  form.dispatchEvent(new CustomEvent(LINES_COME, { detail: fields }));
  for (const field of textsOf(form)) {
    const kept = fields[field.name];
    if (kept === undefined) continue;
    const value = isDocument(kept) && !field.hidden ? wordsOf(kept) : kept;
    if (value === field.value) continue;
    field.value = value;
    for (const told of field instanceof HTMLSelectElement ? ['input', 'change'] : ['input'])
      field.dispatchEvent(new Event(told, { bubbles: true }));
  }
}
