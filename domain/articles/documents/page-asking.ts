import type { Locale } from '@/domain/locale';

/** A public page that a text may lead to, with its address in the language of the text. */
export type PortalPage = { href: string; title: string; kind: 'article' | 'commune' | 'model' };

/** Asks the portal, from a browser, for public pages by their words; null where no answer comes. */
export async function askForPages(locale: Locale, q: string, signal: AbortSignal): Promise<PortalPage[] | null> {
  try {
    const answer = await fetch(`/api/articles/pages?${new URLSearchParams({ locale, q })}`, { signal });
    return answer.ok ? ((await answer.json()) as PortalPage[]) : null;
  } catch {
    return null;
  }
}
