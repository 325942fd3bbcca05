import { useLocale, useTranslations } from 'next-intl';
import { ModelPicture } from '@/components/digital-models/model-picture';
import { Link } from '@/components/ui/link';
import type { AskedPicture } from '@/domain/consents/picture';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** A picture, what can be seen on it, and where it belongs; of one that was taken off only the words. */
export function AskedPictureView({ picture }: { picture: AskedPicture }) {
  const t = useTranslations('consents.picture');
  const locale = useLocale() as Locale;
  const { id, alt, places, shown } = picture;
  return (
    <>
      {shown ? <ModelPicture picture={picture} /> : <p className="text-ink-2">{t('takenOff')}</p>}
      <p className="mt-2 break-words font-semibold">{alt || t('noWords')}</p>
      <ul className="text-sm">
        {places.map(({ modelId, modelName, what, on }) => (
          <li key={`${id} ${modelId} ${what} ${on}`}>
            <Link href={`/admin/digital-models/${modelId}`}>{modelName}</Link>
            <span className="text-ink-2">{t('place', { what, day: formatDay(locale, on) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
