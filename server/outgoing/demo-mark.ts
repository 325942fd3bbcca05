import type { Locale } from '@/i18n/locales';
import en from '@/i18n/messages/en/ui.json';
import vi from '@/i18n/messages/vi/ui.json';

/** What is said of things made up for the demonstration, for words that leave the portal from where no page is drawn. */
export const demoMark: Record<Locale, string> = { vi: vi.demo, en: en.demo };
