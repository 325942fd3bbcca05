import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { markMissing, markWaiting } from '@/app/cache-tags';
import { keptForm } from '@/app/forms/public-form';
import { localeOf } from '@/app/locale';
import { absolute } from '@/app/metadata';
import { MissingPage } from '@/app/missing';
import { Shell } from '@/app/shell';
import { TicketView } from '@/components/enrolments/ticket-view';
import { findTicket } from '@/domain/enrolments/tickets/ticket-queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { readersNetwork } from '@/server/entrance/readers-network';
import { mayAsk, wasKnown } from '@/server/rate-limit';

/** Known to whoever has its address, and kept nowhere. */
export const dynamic = 'force-dynamic';

type Props = PageProps<'/[locale]/ticket/[slug]'>;

/** The ticket; null where there is none; 'wait' when too many that do not exist were tried from there. */
const load = cache(async (secret: string, locale: Locale) => {
  const network = await readersNetwork();
  if (!(await mayAsk('ticket', network))) return 'wait';
  const ticket = await findTicket(secret, locale);
  if (ticket) await wasKnown('ticket', network);
  return ticket;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = await getTranslations('enrolments.ticket');
  const ticket = await load((await params).slug, locale);
  const robots = { index: false, follow: false };
  return { title: ticket && ticket !== 'wait' ? `${t('title')}: ${ticket.session.course.title}` : t('title'), robots };
}

export default async function TicketPage({ params }: Props) {
  const locale = await localeOf(params);
  const { slug: secret } = await params;
  const [ticket, kept] = await Promise.all([
    load(secret, locale),
    keptForm(hrefTo(locale, 'ticket', { slug: secret })),
  ]);
  if (ticket === 'wait') {
    await markWaiting();
    return <Waiting locale={locale} secret={secret} />;
  }
  if (!ticket) {
    await markMissing();
    return <MissingPage locale={locale} />;
  }
  const session = { slug: ticket.session.slug };
  const companion = ticket.companion?.secret;
  return (
    <Shell locale={locale} route="ticket" twinParams={{ slug: secret }}>
      <div className="wrap section">
        <TicketView
          locale={locale}
          ticket={ticket}
          secret={secret}
          address={absolute(hrefTo('vi', 'ticket', { slug: secret }))}
          calendarHref={hrefTo(locale, 'ticketCalendar', { slug: secret })}
          signUpHref={hrefTo(locale, 'signUp', session)}
          sessionHref={hrefTo(locale, 'session', session)}
          companionHref={companion ? hrefTo(locale, 'ticket', { slug: companion }) : null}
          kept={kept}
        />
      </div>
    </Shell>
  );
}

async function Waiting({ locale, secret }: { locale: Locale; secret: string }) {
  const t = await getTranslations('enrolments');
  return (
    <Shell locale={locale} route="ticket" twinParams={{ slug: secret }}>
      <div className="wrap section">
        <h1 className="mb-4">{t('ticket.title')}</h1>
        <p role="alert">{t('problems.too-many-tickets')}</p>
      </div>
    </Shell>
  );
}
