import { listPublishedCommunes } from '@/domain/units/queries';
import { givenNames } from './bare-names';
import { placeKeys, writtenNames } from './written-names';

/**
 * Names of persons, and given names alone, in words that everybody reads of models, courses and sessions: to be looked at by who keeps those words;
 * nobody answers for them.
 */
export async function listNamesInPublishedWords(words: readonly (string | null)[]): Promise<string[]> {
  const said = words.flatMap((each) => each ?? []);
  const places = placeKeys((await listPublishedCommunes()).map(({ name }) => name));
  return [...writtenNames(said, places), ...givenNames(said, places)].map(({ name }) => name);
}
