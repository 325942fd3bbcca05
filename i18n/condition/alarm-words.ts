import type { Locale } from '../locales';
import { translator } from './check-words';

/** The parts of the mail that tells administrators what rang. */
export function alarmMailWords(locale: Locale, { kind = '', count = '1' }: Readonly<Record<string, string>>) {
  const t = translator(locale);
  return {
    subject: t('mail.subject', { kind }),
    sentences: [t('mail.sentence', { kind, count: Number(count) }), t('mail.then')],
    open: t('mail.open'),
    footer: t('mail.footer'),
  };
}
