import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import type { Suggestion } from '@/domain/search/meant';
import { type Indexed, indexed } from '@/domain/search/told';
import type { Locale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';

type Words = { [key: string]: string | Words };

const read = new Map<Locale, readonly Indexed<ModelKind>[]>();

/** Parts of an explanation in which figures and the signed reading are filled in only where they are shown. */
const FILLED_IN = new Set(['coverage', 'name', 'short']);

const textsIn = (words: Words): string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : textsIn(value)));

/** The kinds of models as their pages explain them, to be searched: put together once a process. */
export async function explainedModels(locale: Locale): Promise<readonly Indexed<ModelKind>[]> {
  const words = read.get(locale) ?? indexedModels((await messagesOf(locale))['models-explained'] as Words);
  read.set(locale, words);
  return words;
}

/** The kinds of models by their names, each leading to its page. */
export const modelNames = (explained: readonly Indexed<ModelKind>[]): Suggestion[] =>
  explained.map(({ key, name }) => ({ what: 'model', kind: key, name }));

const indexedModels = (words: Words) =>
  indexed(
    modelKinds.map((kind) => {
      const explanation = words[kind] as Words;
      const parts = Object.entries(explanation).filter(([part]) => !FILLED_IN.has(part));
      return {
        key: kind,
        name: String(explanation.name),
        lead: String(explanation.short),
        text: textsIn(Object.fromEntries(parts)).join('\n'),
      };
    }),
  );
