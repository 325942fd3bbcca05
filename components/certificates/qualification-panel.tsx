import { useLocale, useTranslations } from 'next-intl';
import { DateField, Form, HiddenField, TextArea } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { Icon } from '@/components/ui/icon';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import {
  isRenewable,
  lastQualification,
  MONTHS,
  type NeededSkill,
  type Qualification,
  qualificationState,
  RENEWABLE_DAYS,
  standingQualification,
} from '@/domain/certificates/qualification';
import { type Day, daysBetween } from '@/domain/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type Actions = { recognise: FormAction; renew: FormAction; end: FormAction };
type PanelProps = {
  personId: string;
  qualifications: readonly Qualification[];
  needed: readonly NeededSkill[];
  today: Day;
  /** null for who only reads */
  actions: Actions | null;
};

/** Whether she is recognised as an instructor, until when, and what an official can do about it. */
export function QualificationPanel({ personId, qualifications, needed, today, actions }: PanelProps) {
  const t = useTranslations('certificates.qualification');
  const locale = useLocale() as Locale;
  const day = (value: Day) => formatDay(locale, value);
  const standing = standingQualification(qualifications, today);
  const last = lastQualification(qualifications);
  return (
    <Panel title={t('title')} id="qualification">
      <p className="mb-2 font-semibold">{sentence(t, day, standing, last, today)}</p>
      {standing && last && last.to > today && daysBetween(today, last.to) <= RENEWABLE_DAYS && (
        <p className="mb-2">{t('soon', { days: daysBetween(today, last.to) })}</p>
      )}
      <History qualifications={qualifications} />
      {!standing && <Needed needed={needed} />}
      {actions && !standing && needed.length > 0 && needed.every(({ alone }) => alone) && (
        <Form action={actions.recognise} concept="certificates" className="mt-4">
          <HiddenField name="personId" value={personId} />
          <DateField name="from" label={t('from')} hint={t('fromHint', { months: MONTHS })} defaultValue={today} />
          <SubmitButton compact>{t('recognise')}</SubmitButton>
        </Form>
      )}
      {actions && last && isRenewable(last, today) && (
        <Form action={actions.renew} concept="certificates" className="mt-4">
          <Which qualification={last} />
          <SubmitButton compact>{t('renew', { months: MONTHS })}</SubmitButton>
        </Form>
      )}
      {actions && standing && <EndForm qualification={standing} action={actions.end} />}
    </Panel>
  );
}

type Words = ReturnType<typeof useTranslations<'certificates.qualification'>>;

function sentence(
  t: Words,
  day: (value: Day) => string,
  standing: Qualification | undefined,
  last: Qualification | undefined,
  today: Day,
): string {
  if (standing && qualificationState(standing, today) === 'running')
    return t('running', {
      from: day(standing.from),
      to: day(last && last.from === standing.to ? last.to : standing.to),
    });
  if (standing) return t('ahead', { from: day(standing.from) });
  if (!last) return t('none');
  return last.endReason && last.endedOn
    ? t('ended', { day: day(last.endedOn), reason: last.endReason })
    : t('over', { to: day(last.to) });
}

function History({ qualifications }: { qualifications: readonly Qualification[] }) {
  const t = useTranslations('certificates.qualification');
  const locale = useLocale() as Locale;
  if (qualifications.length < 2) return null;
  return (
    <details className="group">
      <summary className="flex min-h-11 list-none items-center gap-2 text-ink-2">
        <Icon name="chevron-right" className="group-open:rotate-90" />
        {t('history')}
      </summary>
      <ul className="grid gap-1">
        {qualifications.map(({ id, from, to, endReason }) => (
          <li key={id}>
            {t('span', { from: formatDay(locale, from), to: formatDay(locale, to) })}
            {endReason && <span className="block text-ink-2">{endReason}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Needed({ needed }: { needed: readonly NeededSkill[] }) {
  const t = useTranslations('certificates.qualification');
  const locale = useLocale() as Locale;
  if (needed.length === 0) return <p className="text-ink-2">{t('noRule')}</p>;
  return (
    <>
      <p className="mt-2">{t('needs')}</p>
      <ul className="mt-1 grid gap-1">
        {needed.map(({ id, nameVi, nameEn, alone }) => (
          <li key={id} className="flex items-start gap-2">
            <Icon name={alone ? 'check' : 'cross'} className={alone ? 'text-rubber' : 'text-basalt'} />
            <span>
              {locale === 'vi' ? nameVi : nameEn}: {t(alone ? 'has' : 'hasNot')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function EndForm({ qualification, action }: { qualification: Qualification; action: FormAction }) {
  const t = useTranslations('certificates.qualification');
  return (
    <details className="group mt-3 border-rule border-t pt-2">
      <summary className="flex min-h-11 list-none items-center gap-2 font-semibold">
        <Icon name="chevron-right" className="group-open:rotate-90" />
        {t('endTitle')}
      </summary>
      <Form action={action} concept="certificates" className="mt-2">
        <Which qualification={qualification} />
        <TextArea name="reason" label={t('reason')} rows={3} maxLength={500} />
        <SubmitButton variant="danger" compact>
          {t('end')}
        </SubmitButton>
      </Form>
    </details>
  );
}

const Which = ({ qualification: { id, version } }: { qualification: Qualification }) => (
  <>
    <HiddenField name="qualificationId" value={id} />
    <HiddenField name="version" value={version} />
  </>
);
