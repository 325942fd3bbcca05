import type { Locale } from '@/domain/locale';
import { type ArticleNode, isDocument } from '../document';
import { documentOf } from './written';

const FIELD = { vi: 'bodyVi', en: 'bodyEn' } as const;

/**
 * What a form is told of the texts that stand now, beside those it sent: of a text of the editor the document, or nothing
 * where it says the same.
 */
export function besideSent(
  sent: { bodyVi: string; bodyEn?: string | undefined },
  fields: Record<string, string>,
  texts: readonly { locale: Locale; body: ArticleNode }[],
): Record<string, string> {
  const told = { ...fields };
  for (const { locale, body } of texts) {
    const [name, own] = [FIELD[locale], sent[FIELD[locale]]];
    const stands = JSON.stringify(documentOf(JSON.stringify(body)));
    if (isDocument(own) && own === stands) delete told[name];
    else if (isDocument(own)) told[name] = stands;
  }
  return told;
}
