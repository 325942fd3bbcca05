import { useLocale, useTranslations } from 'next-intl';
import type { Contact } from '@/domain/pairs/contacts/contact';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { skillName } from '../skill-name';

/** When the two met, about what and how long, the latest first. */
export function ContactList({ contacts }: { contacts: readonly Contact[] }) {
  const t = useTranslations('pairs.contact');
  const locale = useLocale() as Locale;
  return (
    <ul>
      {contacts.map(({ id, day, minutes, topic }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-4 border-rule border-b py-2">
          <span>
            <b>{formatDay(locale, day)}</b> {topic ? skillName(locale, topic) : t('other')}
          </span>
          <span className="text-ink-2">{t('minutesOf', { count: minutes })}</span>
        </li>
      ))}
    </ul>
  );
}
