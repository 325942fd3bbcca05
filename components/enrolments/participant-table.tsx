import { useLocale, useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Badge } from '@/components/ui/badge';
import type { FormAction } from '@/components/ui/forms/form-state';
import { type Column, Table } from '@/components/ui/tables/table';
import type { Participant } from '@/domain/enrolments/participants/participant';
import { formatInstant, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { AcceptForm, ParticipantPhone, RemoveForm } from './participant-forms';
import { stateTones } from './state-tones';

type TableProps = {
  caption: string;
  sessionId: string;
  participants: readonly Participant[];
  actions: { remove: FormAction; accept: FormAction; seePhone: FormAction };
  /** the page that she goes on with */
  from: 'participants' | 'enrol';
};

/** Women who take part or wait, in order of arrival. Nobody is moved up: there is nothing here to do so with. */
export function ParticipantTable({ caption, sessionId, participants, actions, from }: TableProps) {
  const t = useTranslations('enrolments');
  const locale = useLocale() as Locale;
  const columns: Column<Participant>[] = [
    { label: t('list.name'), kind: 'title', cell: (row) => <Name row={row} /> },
    {
      label: t('list.order'),
      kind: 'number',
      cell: ({ arrivalNo, place }) =>
        place === null ? formatNumber(locale, arrivalNo) : t('list.place', { place: formatNumber(locale, place) }),
    },
    { label: t('list.state'), cell: (row) => <State row={row} locale={locale} /> },
    {
      label: t('list.unit'),
      cell: ({ unit, origin }) => (
        <span>
          {unit || '—'}
          <small className="block text-ink-2 text-sm">{t(`origin.${origin}`)}</small>
        </span>
      ),
    },
    {
      label: t('list.phone'),
      cell: ({ id, phone, name, may }) =>
        phone && may.seePhone ? (
          <ParticipantPhone
            action={actions.seePhone}
            sessionId={sessionId}
            enrolmentId={id}
            masked={phone}
            label={t('list.seePhone')}
            of={name}
          />
        ) : (
          (phone ?? '—')
        ),
    },
    {
      label: t('list.change'),
      cell: (row) => <Change row={row} sessionId={sessionId} actions={actions} from={from} />,
    },
  ];
  return (
    <Words of={['enrolments.list']}>
      <Table caption={caption} columns={columns} rows={participants} keyOf={({ id }) => id} />
    </Words>
  );
}

function Name({ row: { name, accessNeed, together } }: { row: Participant }) {
  const t = useTranslations('enrolments.list');
  return (
    <span>
      {name || t('erased')}
      {accessNeed && <small className="block font-normal text-ink-2 text-sm">{t('need', { need: accessNeed })}</small>}
      {together && <small className="block font-normal text-ink-2 text-sm">{t('together')}</small>}
    </span>
  );
}

type ChangeProps = Pick<TableProps, 'sessionId' | 'actions' | 'from'> & { row: Participant };

function Change({ row: { id, name, may }, sessionId, actions, from }: ChangeProps) {
  const asked = { sessionId, enrolmentId: id, name, from };
  return (
    <>
      {may.accept && <AcceptForm action={actions.accept} {...asked} />}
      {may.remove && <RemoveForm action={actions.remove} {...asked} />}
    </>
  );
}

function State({
  row: { state, seatNo, thereUnseated, offerUntil, offerToldAt },
  locale,
}: {
  row: Participant;
  locale: Locale;
}) {
  const t = useTranslations('enrolments.list');
  const seat = seatNo === null ? null : t('seat', { seat: formatNumber(locale, seatNo) });
  const offer = state === 'offered' && offerUntil ? offerUntil : null;
  const until = offer && t(offerToldAt ? 'until' : 'untold', { until: formatInstant(locale, offer) });
  const told = offer && offerToldAt && t('toldAt', { when: formatInstant(locale, offerToldAt) });
  return (
    <span>
      {thereUnseated ? (
        <Badge tone="done">{t('thereUnseated')}</Badge>
      ) : (
        <Badge tone={stateTones[state]}>{t(`states.${state}`)}</Badge>
      )}
      {seat && <small className="block text-ink-2 text-sm">{seat}</small>}
      {told && <small className="block text-ink-2 text-sm">{told}</small>}
      {until && <small className="block text-ink-2 text-sm">{until}</small>}
    </span>
  );
}
