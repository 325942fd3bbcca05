import { useTranslations } from 'next-intl';
import { GuideTiles } from '@/components/guides/guide-tiles';
import { MoreLink } from '@/components/ui/button';
import { SectionHead } from '@/components/ui/panels/section-head';
import type { ArticleCard } from '@/domain/articles/article';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** What one can do with the phone in the other hand: the newest guides. */
export function HomeGuides({ locale, guides }: { locale: Locale; guides: readonly ArticleCard[] }) {
  const t = useTranslations('home.guides');
  if (guides.length === 0) return null;
  return (
    <div className="wrap section">
      <SectionHead title={t('title')}>
        <MoreLink href={hrefTo(locale, 'guides')}>{t('more')}</MoreLink>
      </SectionHead>
      <GuideTiles locale={locale} articles={guides} heading="h3" />
    </div>
  );
}
