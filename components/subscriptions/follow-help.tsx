import { useTranslations } from 'next-intl';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const cases = ['inApp', 'iphone', 'denied', 'old', 'quiet'] as const;

/** Why a device may not be told, and what is kept of one that is. The script reads the words of a case from here. */
export function FollowHelp({ locale }: { locale: Locale }) {
  const t = useTranslations('subscriptions');
  return (
    <div className="grid gap-9 sm:grid-cols-2">
      <section>
        <h2 className="mb-2 font-bold font-sans text-h3">{t('cases.title')}</h2>
        <ul className="list-disc pl-5">
          {cases.map((name) => (
            <li key={name} data-follow-case={name} className="mb-2">
              {t(`cases.${name}`)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className="mb-2 font-bold font-sans text-h3">{t('kept.title')}</h2>
        <p className="mb-2">{t('kept.text')}</p>
        <p>
          <a href={hrefTo(locale, 'privacy')}>{t('kept.more')}</a>
        </p>
      </section>
    </div>
  );
}
