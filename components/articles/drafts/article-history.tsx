import { useLocale, useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import type { ArticleEvent } from '@/domain/articles/draft';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const icons: Record<ArticleEvent['what'], IconName> = { wrote: 'pencil', published: 'send', withdrew: 'cross' };

/** The events of an article, newest first. */
export function ArticleHistory({ events }: { events: readonly ArticleEvent[] }) {
  const t = useTranslations('articles');
  const locale = useLocale() as Locale;
  return (
    <ol>
      {events.map(({ what, at, by, edition, languages, notice }) => (
        <li key={`${what} ${at.getTime()} ${by}`} className="flex gap-3 border-rule border-t py-2.5">
          <Icon name={icons[what]} className="mt-0.5" />
          <div>
            <p>
              {t(`events.${what}`, { by: by ?? t('events.somebody'), edition })}{' '}
              {what !== 'wrote' && (
                <span className="text-ink-2">
                  {t('events.languages', { languages: languages.map((each) => t(`languages.${each}`)).join(', ') })}
                </span>
              )}
            </p>
            {notice && <p>{t('events.notice', { notice })}</p>}
            <p className="text-ink-2 text-sm">
              <time dateTime={at.toISOString()}>{formatInstant(locale, at)}</time>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
