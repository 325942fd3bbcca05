import { useTranslations } from 'next-intl';
import { Locator, NeighbourList } from '@/components/charts/map/locator';
import { MoreLink } from '@/components/ui/button';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type HoodProps = { locale: Locale; commune: Commune; tiles: CommuneCoverage[] };

/** Where the commune lies, and which ones lie around it. */
export function Neighbourhood({ locale, commune, tiles }: HoodProps) {
  const t = useTranslations('coverage.commune');
  return (
    <aside className="border-ink border-t-[3px] pt-4">
      <h2 className="mb-4 font-bold font-sans text-h3">{t('where', { place: commune.name })}</h2>
      <div className="mx-auto max-w-72">
        <Locator locale={locale} tiles={tiles} current={commune.code} />
      </div>
      <h3 className="mt-6 mb-2 font-bold font-sans text-base">{t('neighbours')}</h3>
      <NeighbourList locale={locale} tiles={tiles} current={commune.code} />
      <MoreLink href={hrefTo(locale, 'coverage')}>{t('openMap')}</MoreLink>
    </aside>
  );
}
