import type { Locale } from '@/domain/locale';
import { askForOffers } from './offers';

/** A public page that a text may lead to, with its address in the language of the text. `note`: when and where, of a session. */
export type PortalPage = {
  href: string;
  title: string;
  kind: 'article' | 'commune' | 'model' | 'page' | 'session' | 'topic';
  note?: string;
};

/** Asks for public pages by their words. */
export const askForPages = (locale: Locale, q: string, signal: AbortSignal) =>
  askForOffers<PortalPage>('pages', { locale, q }, signal);
