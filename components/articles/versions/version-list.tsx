import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import type { TextVersion } from '@/domain/articles/versions/version';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ListProps = {
  versions: readonly TextVersion[];
  /** the language of the texts */
  lang: Locale;
  /** which of them is compared with the newest */
  chosen: string;
  /** where one is compared with the newest */
  compare: (id: string) => string;
};

/** Editions and saves as one line of time, newest first. */
export function VersionList({ versions, lang, chosen, compare }: ListProps) {
  const t = useTranslations('articles.versions');
  const locale = useLocale() as Locale;
  return (
    <ol>
      {versions.map(({ id, edition, stands, newest, shown, title, at, by }) => (
        <li
          key={id}
          className={`border-rule border-t py-2.5 ${id === chosen ? 'border-l-4 border-l-lotus pl-3' : stands ? '' : 'pl-4'}`}
        >
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <strong>
              <time dateTime={at.toISOString()}>{formatInstant(locale, at)}</time>
            </strong>
            {newest && <Badge tone="information">{t('newest')}</Badge>}
            {shown && <Badge tone="done">{t('shown')}</Badge>}
          </p>
          <p className="break-words font-serif" lang={lang}>
            {title}
          </p>
          <p className="text-ink-2 text-sm">
            {t('edition', { edition })} · {t('by', { by: by ?? t('nobody') })}
          </p>
          {!newest && (
            <p className="text-sm">
              <Link href={compare(id)} {...(id === chosen ? { 'aria-current': 'true' as const } : {})}>
                {t('compareThis')}
                <span className="sr-only"> ({formatInstant(locale, at)})</span>
              </Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
