import { publicForm } from '@/app/forms/public-form';
import { ticketInput } from '@/domain/enrolments/enrolment';
import { changeByTicket } from '@/domain/enrolments/tickets/ticket-commands';
import { isSecret } from '@/domain/ground/ticket-secret';
import { localeAsked } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

const ticketOf = ({ ticket = '', locale = '' }: Record<string, string>) => {
  const known = localeAsked(locale);
  return isSecret(ticket) ? hrefTo(known, 'ticket', { slug: ticket }) : hrefTo(known, 'trainings');
};

/** Takes the answers of ticket holders: a seat given back, an offer taken or declined. */
export const POST = publicForm({
  schema: ticketInput,
  run: changeByTicket,
  back: ticketOf,
  after: ({ sessionId }, input) => ({ to: ticketOf(input), seatsOf: sessionId }),
});
