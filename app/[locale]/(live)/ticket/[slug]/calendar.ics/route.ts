import { getTranslations } from 'next-intl/server';
import { absolute } from '@/app/metadata';
import { placeWords } from '@/components/trainings/place-words';
import { findTicket } from '@/domain/enrolments/tickets/ticket-queries';
import { localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { calendarText } from '@/server/calendar';
import { readersNetwork } from '@/server/entrance/readers-network';
import { mayAsk, wasKnown } from '@/server/rate-limit';

export const dynamic = 'force-dynamic';

/** The session of a ticket for her own calendar, with the way back to the ticket; the same entry as in public calendars. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string; slug: string }> }) {
  const { locale: asked, slug } = await params;
  const locale = localeAsked(asked);
  const network = await readersNetwork();
  if (!(await mayAsk('ticket', network))) return new Response(null, { status: 429, headers: { 'retry-after': '900' } });
  const ticket = await findTicket(slug, locale);
  if (ticket) await wasKnown('ticket', network);
  if (!ticket) return new Response(null, { status: 404 });
  const [t, words, ui] = await Promise.all([
    getTranslations({ locale, namespace: 'trainings' }),
    getTranslations({ locale, namespace: 'enrolments.ticket' }),
    getTranslations({ locale, namespace: 'ui' }),
  ]);
  const { session, state, onlineUrl } = ticket;
  const gone = session.state === 'cancelled' || state === 'cancelled' || state === 'declined' || state === 'expired';
  const url = absolute(hrefTo(locale, 'ticket', { slug }));
  const text = calendarText(session.course.title, locale, [
    {
      id: session.id,
      sequence: session.calendarSequence,
      cancelled: gone,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      allDay: session.allDay,
      changedAt: session.changedAt,
      title: session.course.title,
      place: placeWords(t, session),
      description: [words(`state.${state}`), session.course.description, onlineUrl].filter(Boolean).join('\n'),
      mark: session.demo ? ui('demo') : null,
      url,
    },
  ]);
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="ve-tap-huan.ics"',
      'cache-control': 'private, no-store',
    },
  });
}
