import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Times } from '@/domain/trainings/session';
import { keepTogether } from '@/i18n/compounds';
import type { Locale } from '@/i18n/locales';
import { timesWords } from './time-words';

type LineProps = { locale: Locale; session: Times & { allDay: boolean }; place: string };

/** The hours and the place, in the line below a session's title. */
export function TimePlaceLine({ locale, session, place }: LineProps) {
  const t = useTranslations('trainings');
  return (
    <p className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <span className="inline-flex items-start gap-1.5 font-semibold">
        <Icon name="clock" size={20} className="mt-0.5" />
        {timesWords(t, locale, session)}
      </span>{' '}
      <span className="inline-flex min-w-0 items-start gap-1.5">
        <Icon name="pin" size={20} className="mt-0.5" />
        <span className="min-w-0">{keepTogether(place)}</span>
      </span>
    </p>
  );
}
