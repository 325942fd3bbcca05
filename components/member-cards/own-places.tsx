import { useTranslations } from 'next-intl';
import { stateTones } from '@/components/enrolments/state-tones';
import { whenWords } from '@/components/trainings/time-words';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { OwnPlace } from '@/domain/member-cards/own/own-place';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { CardForm } from './card-form';

/** Her seats and places in the line, each with the way to give it back. */
export function OwnPlaces({ locale, places }: { locale: Locale; places: readonly OwnPlace[] }) {
  const t = useTranslations('member-cards.own');
  if (places.length === 0) return <p>{t('noPlaces')}</p>;
  return (
    <ul className="grid max-w-3xl gap-4">
      {places.map((place) => (
        <li key={place.enrolmentId} className="rounded-control border border-rule bg-card p-[18px]">
          <Place locale={locale} place={place} />
        </li>
      ))}
    </ul>
  );
}

function Place({ locale, place }: { locale: Locale; place: OwnPlace }) {
  const t = useTranslations('member-cards.own');
  const all = useTranslations();
  const { title, state, arrivalNo, mayCancel, enrolmentId } = place;
  return (
    <>
      <p className="mb-2">
        <Badge tone={stateTones[state]}>{all(`enrolments.ticket.state.${state}`)}</Badge>
      </p>
      <h2 className="mb-1 text-h3">{title}</h2>
      <p>{whenWords(all, locale, place)}</p>
      <p>{place.place}</p>
      <p className="text-ink-2">{t('arrival', { number: formatNumber(locale, arrivalNo) })}</p>
      {mayCancel && (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-lotus underline underline-offset-[.22em]">
            {t('cancel')}
          </summary>
          <p className="mt-1 mb-3">{t('cancelAsk')}</p>
          <CardForm locale={locale} does="cancel">
            <input type="hidden" name="enrolmentId" value={enrolmentId} />
            <Button type="submit" variant="danger">
              {t('cancelDo')}
            </Button>
          </CardForm>
        </details>
      )}
    </>
  );
}
