import { useTranslations } from 'next-intl';
import { Locator, NeighbourList, PlaceShares } from '@/components/charts/map/locator';
import { MoreLink } from '@/components/ui/button';
import { type CommuneCoverage, rank } from '@/domain/coverage/coverage';
import { peersOf } from '@/domain/coverage/view/places';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type HoodProps = { locale: Locale; commune: Commune; tiles: CommuneCoverage[] };

/** Where the commune lies, which ones lie around it, and how it compares with those like it. */
export function Neighbourhood({ locale, commune, tiles }: HoodProps) {
  const t = useTranslations('coverage.commune');
  const own = tiles.filter(({ code }) => code === commune.code);
  // which places have about as many units would tell how many a silent one has
  const alike = own.some(({ percent }) => percent !== null) ? rank([...own, ...peersOf(tiles, commune.slug)]) : [];
  return (
    <aside className="border-ink border-t-[3px] pt-4">
      <h2 className="mb-4 font-bold font-sans text-h3">{t('where', { place: commune.name })}</h2>
      <div className="mx-auto max-w-72">
        <Locator locale={locale} tiles={tiles} current={commune.code} />
      </div>
      <h3 className="mt-6 mb-2 font-bold font-sans text-base">{t('neighbours')}</h3>
      <NeighbourList locale={locale} tiles={tiles} current={commune.code} />
      {alike.length > 1 && (
        <>
          <h3 className="mt-6 mb-1 font-bold font-sans text-base">{t('alike')}</h3>
          <p className="mb-2 text-ink-2 text-sm">{t('alikeLead', { kind: commune.kind })}</p>
          <PlaceShares locale={locale} tiles={alike} current={commune.code} />
        </>
      )}
      <MoreLink href={hrefTo(locale, 'coverage')}>{t('openMap')}</MoreLink>
    </aside>
  );
}
