import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Day } from '@/domain/days/day';
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

/** What another reading moves, said after it was signed. */
export function Ruled({ locale, from }: { locale: Locale; from: string }) {
  const t = useTranslations('coverage.rulings');
  return <Notice title={t('said', { day: formatDay(locale, from as Day) })} />;
}
