import { listPublishedDefinitions } from '@/domain/indicators/definition-queries';
import { type IndicatorCode, publicCodes } from '@/domain/indicators/indicator';
import type { Locale } from '@/domain/locale';
import { keptValue } from '@/prisma/kept/kept-values';
import type { FoundIndicator } from './search';
import { foundAmong, type Indexed, indexed } from './told';

/** Public indicators whose name or definition holds all words of the question; those named so first. */
export async function searchPublishedIndicators(locale: Locale, question: string): Promise<FoundIndicator[]> {
  const found = foundAmong(await listPublishedIndicatorWords(locale), question);
  return found.map(({ key, name, excerpt }) => ({ code: key, name, excerpt }));
}

/** Public indicators of today with all their words; they are kept. */
export const listPublishedIndicatorWords = (locale: Locale): Promise<readonly Indexed<IndicatorCode>[]> =>
  keptValue(`indicator words ${locale}`, ['today'], async () => {
    const definitions = await listPublishedDefinitions(locale, publicCodes);
    return indexed(
      definitions
        .filter(({ to }) => to === null)
        .map(({ code, name, numerator, denominator, gaps }) => ({
          key: code,
          name,
          lead: numerator,
          text: [denominator, gaps ?? ''].join('\n'),
        })),
    );
  });
