import type { Locale } from '@/domain/locale';
import { askForOffers } from './offers';

/** A public page that a text may lead to, with its address in the language of the text. */
export type PortalPage = { href: string; title: string; kind: 'article' | 'commune' | 'model' };

/** Asks for public pages by their words. */
export const askForPages = (locale: Locale, q: string, signal: AbortSignal) =>
  askForOffers<PortalPage>('pages', { locale, q }, signal);
