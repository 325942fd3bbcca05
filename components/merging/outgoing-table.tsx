import { useLocale, useTranslations } from 'next-intl';
import { HostName } from '@/components/digital-models/people/host-name';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { OutgoingRequest, RequestState } from '@/domain/merging/requests/request';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

const tones: Record<RequestState, BadgeTone> = {
  waiting: 'waiting',
  agreed: 'done',
  declined: 'problem',
  lapsed: 'plain',
  withdrawn: 'plain',
};

/** Her requests and their outcomes. Whether there is such a record shows by an answer alone. */
export function OutgoingTable({ requests, withdraw }: { requests: OutgoingRequest[]; withdraw: FormAction }) {
  const t = useTranslations('merging.requests');
  const locale = useLocale() as Locale;
  return (
    <Table
      caption={t('outgoing')}
      rows={requests}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('sought'),
          kind: 'title',
          cell: ({ soughtName, soughtBirthYear, soughtPhone }) => (
            <span>
              {soughtBirthYear
                ? t('who', { name: soughtName, year: String(soughtBirthYear) })
                : t('whoNoYear', { name: soughtName })}
              {soughtPhone && <small className="block font-normal text-ink-2">{soughtPhone}</small>}
            </span>
          ),
        },
        { label: t('purpose'), cell: ({ purpose }) => t(`purposes.${purpose}`) },
        { label: t('to'), cell: ({ toUnit }) => <HostName host={toUnit} /> },
        {
          label: t('askedAt'),
          cell: ({ askedAt, askedBy }) => (
            <span>
              {formatInstant(locale, askedAt)}
              <small className="block text-ink-2">{askedBy}</small>
            </span>
          ),
        },
        {
          label: t('state'),
          cell: (request) => <State request={request} withdraw={withdraw} />,
        },
      ]}
    />
  );
}

/** The outcome with its reason, or the day until which there may be one, and the way to withdraw the request. */
function State({ request, withdraw }: { request: OutgoingRequest; withdraw: FormAction }) {
  const t = useTranslations('merging.requests');
  const locale = useLocale() as Locale;
  const { id, state, reason, lapsesOn, soughtName, mergedInto } = request;
  return (
    <div className="py-1.5">
      <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
      {reason && <small className="block text-ink-2">{reason}</small>}
      {mergedInto && (
        <Link href={`/admin/people/${mergedInto}/merge`} className="inline-flex min-h-11 items-center">
          {t('mergedInto')}
        </Link>
      )}
      {state === 'waiting' && (
        <>
          <small className="block text-ink-2">{t('until', { day: formatDay(locale, lapsesOn) })}</small>
          <Form action={withdraw} concept="merging" className="mt-2">
            <HiddenField name="requestId" value={id} />
            <SubmitButton variant="secondary" compact>
              {t('withdraw')} <span className="sr-only">{soughtName}</span>
            </SubmitButton>
          </Form>
        </>
      )}
    </div>
  );
}
