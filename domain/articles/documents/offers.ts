import type { Locale } from '@/domain/locale';

/** Asks the portal, from a browser, for what goes into a text of a language, by its words; null where no answer comes. */
export async function askForOffers<Offer>(
  what: 'cards' | 'pages',
  asked: { locale: Locale; q: string; [more: string]: string },
  signal: AbortSignal,
): Promise<Offer[] | null> {
  try {
    const answer = await fetch(`/api/articles/${what}?${new URLSearchParams(asked)}`, { signal });
    return answer.ok ? ((await answer.json()) as Offer[]) : null;
  } catch {
    return null;
  }
}
