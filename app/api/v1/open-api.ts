import 'server-only';
import { dependsOn } from '@/app/cache-tags';
import { type DocumentWords, documentOf } from '@/domain/open-data/document';
import type { Locale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';

type Words = Pick<DocumentWords, 'datasets' | 'fields' | 'parameters'> & {
  api: Pick<DocumentWords, 'title' | 'text' | 'answers'>;
};

/** The description of open data in a language: its words are those of the dictionary that people read. */
export async function openApiResponse(locale: Locale): Promise<Response> {
  await dependsOn('today');
  const { api, ...words } = (await messagesOf(locale))['open-data'] as Words;
  return Response.json(documentOf({ language: locale, ...api, ...words }));
}
