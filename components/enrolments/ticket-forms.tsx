import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { EnrolmentState } from '@/domain/scales/enrolment-state';
import type { Locale } from '@/i18n/locales';

type FormProps = { locale: Locale; secret: string };

function TicketForm({ locale, secret, does, children }: FormProps & { does: string; children: ReactNode }) {
  return (
    <form method="post" action="/api/tickets">
      <input type="hidden" name="ticket" value={secret} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="do" value={does} />
      {children}
    </form>
  );
}

/** The seat that is held for her: she takes it, or the next one is asked. */
export function OfferForms(props: FormProps) {
  const t = useTranslations('enrolments.ticket');
  return (
    <div className="no-print grid gap-3">
      <TicketForm {...props} does="accept">
        <Button type="submit" variant="primary" className="w-full">
          {t('accept')}
        </Button>
      </TicketForm>
      <TicketForm {...props} does="decline">
        <Button type="submit" className="w-full">
          {t('decline')}
        </Button>
      </TicketForm>
    </div>
  );
}

/** Giving the seat back is asked once more: it opens first, with or without a script. */
export function CancelForm({ state, ...props }: FormProps & { state: EnrolmentState }) {
  const t = useTranslations('enrolments.ticket');
  const waits = state === 'waiting';
  return (
    <details className="no-print">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-lotus underline underline-offset-[.22em]">
        {t(waits ? 'cancelWaiting' : 'cancel')}
      </summary>
      <p className="mt-1 mb-3">{t(waits ? 'cancelAskWaiting' : 'cancelAsk')}</p>
      <TicketForm {...props} does="cancel">
        <Button type="submit" variant="danger">
          {t(waits ? 'cancelWaitingDo' : 'cancelDo')}
        </Button>
      </TicketForm>
    </details>
  );
}
