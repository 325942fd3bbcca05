import { useTranslations } from 'next-intl';
import { absolute } from '@/app/metadata';
import { placeName } from '@/components/coverage/coverage-table';
import { ShareBlock } from '@/components/layout/site/share-block';
import type { Commune } from '@/domain/units/unit';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

/** The page to be sent on; its short address is the commune's code. */
export function ShareCommune({ locale, commune }: { locale: Locale; commune: Commune }) {
  const t = useTranslations('coverage');
  const place = placeName(t, commune);
  return (
    <div className="wrap section">
      <ShareBlock
        url={absolute(hrefTo(locale, 'commune', { slug: commune.slug }))}
        title={place}
        lines={[t('commune.shared')]}
        short={absolute(hrefTo(locale, 'communeByCode', { slug: commune.code }))}
      />
    </div>
  );
}
