import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { AlarmRow } from '@/domain/condition/alarms/alarm';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type AlarmListProps = { alarms: readonly AlarmRow[]; see: FormAction };

/** What rang and nobody has looked at: what it was, who, and a field for what was found. */
export function AlarmList({ alarms, see }: AlarmListProps) {
  const t = useTranslations('condition.alarms');
  if (alarms.length === 0) return null;
  return (
    <section id="alarms" className="mb-8">
      <h2 className="mb-3">{t('title')}</h2>
      <div className="grid gap-4">
        {alarms.map((alarm) => (
          <Panel key={alarm.id} title={t(`kinds.${alarm.kind}`, { count: alarm.count })} grid>
            <Who {...alarm} />
            {alarm.isHers ? <p>{t('hers')}</p> : <SeeTo alarmId={alarm.id} see={see} />}
          </Panel>
        ))}
      </div>
    </section>
  );
}

function Who({ account, network, lastAt }: AlarmRow) {
  const t = useTranslations('condition.alarms');
  const locale = useLocale() as Locale;
  return (
    <p className="mb-3 max-w-3xl">
      {account ? (
        <Link href={`/admin/audit?account=${account.id}`}>{account.name}</Link>
      ) : (
        t('network', { network: network ?? '–' })
      )}
      {' · '}
      {t('when')} {formatInstant(locale, lastAt)}
    </p>
  );
}

function SeeTo({ alarmId, see }: { alarmId: string; see: FormAction }) {
  const t = useTranslations('condition.alarms');
  return (
    <Form action={see} concept="condition" address={`/admin/condition?alarm=${alarmId}`}>
      <HiddenField name="alarmId" value={alarmId} />
      <TextField name="word" label={t('word')} hint={t('wordHint')} maxLength={500} />
      <SubmitButton variant="secondary">{t('seen')}</SubmitButton>
    </Form>
  );
}
