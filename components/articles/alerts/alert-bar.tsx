import { useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import type { ArticleCard } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import { articleHref } from '../article-href';
import { AlertEnd } from './alert-end';

/** What readers of a place are warned of while it holds: one line each, which leads to what to do, in whichever language it is told. Paper could not take it off. */
export function AlertBar({ locale, alerts }: { locale: Locale; alerts: readonly ArticleCard[] }) {
  const [t, languages] = [useTranslations('articles.alert'), useTranslations('articles.languages')];
  if (alerts.length === 0) return null;
  return (
    <section aria-label={t('label')} className="no-print border-basalt border-b-2 bg-basalt-soft">
      <ul className="wrap py-1.5">
        {alerts.map((alert) => (
          <li key={alert.id} className="flex items-start gap-3 py-1.5">
            <Icon name="warning" size={26} className="mt-0.5 flex-none text-basalt" />
            <p className="min-w-0">
              <strong>{t('one')}:</strong>{' '}
              <a
                href={articleHref(locale, alert)}
                lang={alert.told}
                className="font-semibold text-ink underline underline-offset-[.22em]"
              >
                {alert.title}
              </a>{' '}
              {alert.told && <span className="text-sm">({languages(alert.told)})</span>}{' '}
              {alert.until && (
                <span className="text-sm">
                  <AlertEnd locale={locale} until={alert.until} />
                </span>
              )}{' '}
              {alert.demo && <DemoMark />}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
