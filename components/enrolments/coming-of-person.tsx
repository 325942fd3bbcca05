import { useLocale, useTranslations } from 'next-intl';
import { RecordList } from '@/components/people/record-list';
import { withCommune } from '@/components/trainings/place-words';
import { SessionStateBadge } from '@/components/trainings/session-state-badge';
import { whenWords } from '@/components/trainings/time-words';
import { Badge } from '@/components/ui/badge';
import { DemoMark } from '@/components/ui/demo-mark';
import { Link } from '@/components/ui/link';
import type { ComingOfPerson, SeatOfPerson } from '@/domain/enrolments/participants/participant';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { stateTones } from './state-tones';

type ComingProps = { person: { demo: boolean }; sessions: readonly ComingOfPerson[] };

/** The sessions she goes to or teaches, on her record: her seat, her place in the line, the offer she has to answer. */
export function ComingOfPersonList({ person, sessions }: ComingProps) {
  const t = useTranslations();
  const locale = useLocale() as Locale;
  const training = useTranslations('trainings');
  return (
    <RecordList
      id="coming"
      title={t('people.record.coming')}
      empty={t('people.record.noComing')}
      lines={sessions.map((session) => ({
        key: session.id,
        what: (
          <>
            {session.open ? <Link href={`/admin/trainings/${session.id}`}>{session.title}</Link> : session.title}
            {session.demo && !person.demo && <DemoMark />}
          </>
        ),
        days: (
          <span className="block text-ink-2 text-sm">
            {whenWords(training, locale, session)}
            <br />
            {withCommune(training, session.place, session.commune)}
          </span>
        ),
        more: (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {session.teaches && <Teaches state={session.state} />} {session.seat && <SeatWords seat={session.seat} />}
          </span>
        ),
      }))}
    />
  );
}

function Teaches({ state }: Pick<ComingOfPerson, 'state'>) {
  const t = useTranslations('people.record');
  return (
    <>
      <SessionStateBadge state={state} /> <span>{t('teaches')}</span>
    </>
  );
}

/** Her seat, or where she stands while she waits for one. */
export function SeatWords({
  seat: { state, seatNo, place, thereUnseated, offerUntil, offerToldAt },
}: {
  seat: SeatOfPerson;
}) {
  const t = useTranslations('enrolments.list');
  const locale = useLocale() as Locale;
  const offer = state === 'offered' && offerUntil;
  return (
    <>
      {thereUnseated ? (
        <Badge tone="done">{t('thereUnseated')}</Badge>
      ) : (
        <Badge tone={stateTones[state]}>{t(`states.${state}`)}</Badge>
      )}{' '}
      {seatNo !== null && <span>{t('seat', { seat: formatNumber(locale, seatNo) })}</span>}{' '}
      {place !== null && <span>{t('place', { place: formatNumber(locale, place) })}</span>}{' '}
      {offer && <span>{t(offerToldAt ? 'until' : 'untold', { until: formatInstant(locale, offer) })}</span>}
    </>
  );
}
