import { useTranslations } from 'next-intl';
import { SessionWhen } from '@/components/trainings/session-facts';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import type { KeptForm } from '@/components/ui/forms/kept-form';
import { QrCode } from '@/components/ui/print/qr-code';
import type { Place, Ticket } from '@/domain/enrolments/enrolment';
import { givenName } from '@/domain/order';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { FormProblems } from './form-problems';
import { stateTones } from './state-tones';
import { CancelForm, OfferForms } from './ticket-forms';

type TicketProps = {
  locale: Locale;
  ticket: Ticket;
  secret: string;
  /** what the code says: the whole address of the ticket */
  address: string;
  calendarHref: string;
  signUpHref: string;
  sessionHref: string;
  /** of whom she signed up along with herself */
  companionHref: string | null;
  kept: KeptForm | null;
};

/**
 * A session, its time and place, and her seat or her place in the line: on a phone, on paper, or saved for the day
 * without a signal.
 */
export function TicketView(props: TicketProps) {
  return (
    <article className="ticket">
      <FormProblems kept={props.kept} labels={{}} form="ticket" />
      <Face {...props} />
      <Side {...props} />
      <Foot {...props} />
    </article>
  );
}

/** Whether she has given up or lost her seat, or her place in the line. */
const isGone = ({ state }: Ticket) =>
  state === 'cancelled' || state === 'declined' || state === 'expired' || state === 'merged';

/** Whether the ticket may still bring her to the session. */
const stands = (ticket: Ticket) => ticket.session.state === 'approved' && !isGone(ticket);

/** What is learned, when and where, and whose ticket it is. */
function Face({ locale, ticket, calendarHref, companionHref }: TicketProps) {
  const t = useTranslations('enrolments.ticket');
  const { session, state, place, name, seatNo, seated, accessNeed } = ticket;
  const number = formatNumber(locale, ticket.arrivalNo);
  return (
    <div className="school-grid p-5 sm:p-7">
      <p className="flex flex-wrap items-center justify-between gap-3">
        {state === 'waiting' && !place ? (
          <Badge tone="done">{t('thereUnseated')}</Badge>
        ) : (
          <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
        )}
        {!place && <span className="text-ink-2">{t('number', { number })}</span>}
      </p>
      {name && <p className="mt-4 -mb-2">{t('hello', { name: givenName(name) })}</p>}
      <h1 className={`mt-4 mb-5 text-h2 ${stands(ticket) ? '' : 'line-through'}`}>{session.course.title}</h1>
      <SessionWhen locale={locale} session={session} calendarHref={stands(ticket) ? calendarHref : null} />
      <p className="mt-5 font-bold text-h3">{name}</p>
      {seated && <p>{seatNo === null ? t('seated') : t('seat', { seat: formatNumber(locale, seatNo) })}</p>}
      {accessNeed && <p className="text-ink-2">{t('need', { need: accessNeed })}</p>}
      <Companion ticket={ticket} href={companionHref} />
      {session.demo && <DemoMark className="mt-3" />}
    </div>
  );
}

/** The code that is shown at the door, or why there is none. */
function Side({ locale, ticket, secret, address, signUpHref }: TicketProps) {
  const t = useTranslations('enrolments.ticket');
  const { session, state } = ticket;
  return (
    <div className="ticket-side">
      {session.state === 'cancelled' && <p className="font-semibold">{t('sessionCancelled')}</p>}
      {stands(ticket) && state === 'confirmed' && (
        <>
          <QrCode text={address} label={t('qr')} className="w-full max-w-52" />
          <p className="text-sm">{t('show', { number: formatNumber(locale, ticket.arrivalNo) })}</p>
        </>
      )}
      {stands(ticket) && <Standing locale={locale} ticket={ticket} secret={secret} />}
      {state === 'merged' && <p>{t('mergedText')}</p>}
      {isGone(ticket) && state !== 'merged' && session.state === 'approved' && (
        <>
          <p>{t(state === 'expired' ? 'expiredText' : 'overText')}</p>
          <ButtonLink href={signUpHref}>{t('again')}</ButtonLink>
        </>
      )}
      {!stands(ticket) && session.state === 'held' && <p>{t('sessionOver')}</p>}
    </div>
  );
}

/** The way to a session that is held online, giving the seat back, and how the ticket is kept. */
function Foot({ locale, ticket, secret, sessionHref }: TicketProps) {
  const t = useTranslations('enrolments.ticket');
  const { state, onlineUrl, open } = ticket;
  return (
    <div className="ticket-foot">
      {onlineUrl && stands(ticket) && (
        <ButtonLink href={onlineUrl} rel="noopener noreferrer" variant="primary" icon="link">
          {t('online')}
        </ButtonLink>
      )}
      {open && state !== 'offered' && <CancelForm locale={locale} secret={secret} state={state} />}
      <p className="text-ink-2 text-sm">
        {stands(ticket) && `${t('print')} `}
        {t('keep')}{' '}
        <a href={sessionHref} className="whitespace-nowrap">
          {t('details')}
        </a>
      </p>
    </div>
  );
}

/** Her place while she has no seat of her own yet, and why. */
function Standing({ locale, ticket, secret }: Pick<TicketProps, 'locale' | 'ticket' | 'secret'>) {
  const t = useTranslations('enrolments.ticket');
  const { place, offerUntil, state, session } = ticket;
  if (place)
    return (
      <div>
        <p>{t('youAre')}</p>
        <p className="font-bold font-serif text-figure text-pomelo-text">{formatNumber(locale, place.position)}</p>
        <p>
          {t(session.seats === null && whyOf(place) === 'waitingWhy' ? 'waitingWhyFull' : whyOf(place), {
            seats: formatNumber(locale, session.seats ?? 0),
            free: formatNumber(locale, place.free),
            told: String(session.seats !== null),
            party: formatNumber(locale, place.party),
            until: formatInstant(locale, place.keptUntil),
          })}
        </p>
      </div>
    );
  if (state !== 'offered' || !offerUntil) return null;
  return (
    <>
      <p className="font-semibold">{t('offeredText', { until: formatInstant(locale, offerUntil) })}</p>
      {ticket.open && <OfferForms locale={locale} secret={secret} />}
    </>
  );
}

/** Why she waits, and what is true of the order: those who come together are passed by nobody until shortly before the start. */
function whyOf({ party, free, keptUntil }: Place) {
  const kept = new Date() < keptUntil;
  if (party > 1) return kept ? 'waitingParty' : 'waitingPartyLate';
  return free > 0 && kept ? 'waitingBehind' : 'waitingWhy';
}

function Companion({ ticket: { companion }, href }: { ticket: Ticket; href: string | null }) {
  const t = useTranslations('enrolments.ticket');
  if (!companion) return null;
  return (
    <div className="mt-2">
      <p className="flex flex-wrap items-center gap-2">
        {t('companion', { name: companion.name })}
        <Badge tone={stateTones[companion.state]}>{t(`state.${companion.state}`)}</Badge>
      </p>
      {href && (
        <a href={href} className="no-print mt-1 inline-flex min-h-11 items-center font-semibold">
          {t('companionTicket')}
        </a>
      )}
    </div>
  );
}
