import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { DigestFacts } from '@/domain/digest/digest';
import { digestWords } from '@/i18n/digest-words';
import type { Locale } from '@/i18n/locales';

/** What moved, what is missing and what is due at her place; the way to have it by mail stands beneath. */
export function WeekLines({ facts }: { facts: DigestFacts }) {
  const t = useTranslations('digest');
  const { lines } = digestWords(useLocale() as Locale, facts);
  return (
    <section>
      <h2 className="mb-2">{t('title')}</h2>
      <dl className="grid gap-1">
        {lines.map(([term, value]) => (
          <div key={term}>
            <dt className="inline font-bold">{term}:</dt> <dd className="inline">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1">
        <Link href="/admin/accounts/own#digest">{t('switch.title')}</Link>
      </p>
    </section>
  );
}
