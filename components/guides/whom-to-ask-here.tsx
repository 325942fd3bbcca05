import { useTranslations } from 'next-intl';
import { Button, MoreLink } from '@/components/ui/button';
import type { Topic } from '@/domain/articles/article';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type AskProps = { locale: Locale; communes: readonly Commune[]; topic: Topic | undefined };

/** Somebody near her who knows it: the union of her commune, and classes on the topic. */
export function WhomToAskHere({ locale, communes, topic }: AskProps) {
  const t = useTranslations('guides.ask');
  const names = communes.map(({ name }) => name);
  return (
    <section className="no-print border-ink border-t-[3px] pt-4">
      <h2 className="mb-2.5 font-bold font-sans text-[1.2rem]">{t('title')}</h2>
      <p className="mb-3">{t('lead')}</p>
      <form action={hrefTo(locale, 'search')} method="get" className="flex flex-wrap items-end gap-3">
        <p className="min-w-[min(100%,14rem)] flex-1">
          <label htmlFor="guide-commune" className="field-label">
            {t('commune')}
          </label>
          <input id="guide-commune" name="q" className="control" maxLength={80} placeholder={names[0]} required />
        </p>
        <Button type="submit" icon="arrow">
          {t('find')}
        </Button>
      </form>
      {topic && (
        <p className="mt-3">
          <MoreLink href={hrefTo(locale, 'trainings', {}, { topic: topic.code })}>
            {t('classes', { topic: topic.name })}
          </MoreLink>
        </p>
      )}
    </section>
  );
}
