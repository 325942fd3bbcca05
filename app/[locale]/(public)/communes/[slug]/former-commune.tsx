import { useTranslations } from 'next-intl';
import { Shell } from '@/app/shell';
import { MoreLink } from '@/components/ui/button';
import type { Day } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type FormerProps = { locale: Locale; slug: string; former: { name: string; lastDay: Day } };

/** Where the link of a past day leads when the commune is no more and none took it over. */
export function FormerCommune({ locale, slug, former: { name, lastDay } }: FormerProps) {
  const t = useTranslations('coverage.former');
  const day = formatDay(locale, lastDay);
  return (
    <Shell locale={locale} route="commune" twinParams={{ slug }}>
      <div className="wrap section">
        <h1 className="mb-3">{name}</h1>
        <p className="mb-6 max-w-[34em] font-serif text-read">{t('lead', { day })}</p>
        <MoreLink href={hrefTo(locale, 'coverage', {}, { on: lastDay })}>{t('figures', { day })}</MoreLink>
      </div>
    </Shell>
  );
}
