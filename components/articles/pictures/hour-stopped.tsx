import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import type { StoppedHour } from '@/domain/articles/stopped-hours/stopped-hour';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type StoppedProps = {
  stopped: StoppedHour;
  /** where the pictures of the article are looked at; null where the viewer does not write */
  pictures: string | null;
};

/** An hour that stopped with a picture: why, and whose move it is. */
export function HourStopped({ stopped: { at, languages, lacks }, pictures }: StoppedProps) {
  const t = useTranslations('pictures.stopped');
  const locale = useLocale() as Locale;
  const [only, other] = languages;
  return (
    <div className="mb-3 border-lotus border-l-4 pl-3">
      <p>
        <strong>{t('title', { which: other || !only ? 'both' : only, at: formatInstant(locale, at) })}</strong>
      </p>
      <p className="mt-1">{t(lacks ? 'lacks' : 'mended')}</p>
      {lacks && pictures && (
        <p>
          <Link href={pictures} className="inline-flex min-h-11 items-center">
            {t('look')}
          </Link>
        </p>
      )}
    </div>
  );
}
