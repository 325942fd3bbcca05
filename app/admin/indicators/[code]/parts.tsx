import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { isDay } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

/** In place of a number: why it is counted only when somebody asks, and where. */
export function AskedFor() {
  const t = useTranslations('indicators');
  return (
    <div className="mb-8">
      <p className="mb-4 max-w-[44em]">{t('asked')}</p>
      <ButtonLink as={Link} href="/admin/trainings/reach" icon="people">
        {t('askedOpen')}
      </ButtonLink>
    </div>
  );
}

type RuledProps = { locale: Locale; said: string | undefined; from: string | undefined };

/** What another reading moves, said after it was signed or withdrawn. */
export function Ruled({ locale, said, from = '' }: RuledProps) {
  const t = useTranslations('coverage.rulings');
  if (said === 'ruling-withdrawn') return <Notice title={t('withdrawnSaid')} />;
  return said === 'ruled' && isDay(from) && <Notice title={t('said', { day: formatDay(locale, from) })} />;
}
