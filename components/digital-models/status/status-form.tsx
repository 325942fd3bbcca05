import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LastDayField } from '@/components/ui/days/last-day-field';
import { DateField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { Day } from '@/domain/days/day';
import { lastDayOffered } from '@/domain/days/ending';
import { isStop } from '@/domain/digital-models/status';
import { OneStatus, type StatusFormProps, type StatusModel } from './one-status';

type StatusFormsProps = {
  change: FormAction;
  stop: FormAction;
  model: StatusModel;
  today: Day;
  /** what goes on where it ends, named before */
  left?: ReactNode;
};

/**
 * Another status: what begins or goes on has a first day, what pauses or ends a last one, so they are two forms. Naming the
 * running status drops what was announced.
 */
export function StatusForms({ change, stop, model, today, left }: StatusFormsProps) {
  const t = useTranslations('digital-models.change');
  const { next } = model.statusChoices;
  const stopping = next.filter((status) => isStop(status) && status !== model.status);
  const going = next.filter((status) => !stopping.includes(status));
  const both = going.length > 0 && stopping.length > 0;
  return (
    <div className="grid gap-8">
      {next.length === 0 && <p>{t('ended')}</p>}
      {going.length > 0 && (
        <Part title={both && t('goOn')}>
          <ChangeForm action={change} model={model} choices={going} today={today} />
        </Part>
      )}
      {stopping.length > 0 && (
        <Part title={both && t('stop')}>
          {stopping.includes('ended') && left}
          <StopForm action={stop} model={model} choices={stopping} today={today} />
        </Part>
      )}
    </div>
  );
}

const Part = ({ title, children }: { title: string | false; children: ReactNode }) => (
  <section>
    {title && <h3 className="mb-3">{title}</h3>}
    {children}
  </section>
);

type DatedProps = StatusFormProps & { today: Day };

function ChangeForm({ today, ...form }: DatedProps) {
  const t = useTranslations('digital-models');
  const { model, choices } = form;
  const first = choices.find((status) => status !== model.status && status !== 'planned') ?? choices[0];
  const keeps = { [model.status]: t('change.keep', { status: t(`status.${model.status}`) }) };
  return (
    <OneStatus {...form} chosen={first} words={model.announced ? keeps : {}} send={t('change.send')}>
      <DateField
        name="from"
        label={t('change.from')}
        hint={t('change.fromHint')}
        defaultValue={today}
        min={model.since}
      />
    </OneStatus>
  );
}

function StopForm({ today, ...form }: DatedProps) {
  const t = useTranslations('digital-models');
  const { status, since } = form.model;
  const offered = lastDayOffered(since, today);
  return (
    <OneStatus {...form} chosen={form.choices[0]} send={t('change.stopSend')}>
      <LastDayField
        label={t('change.lastDay', { status: t(`status.${status}`) })}
        defaultValue={offered}
        example={offered}
        min={since}
      />
    </OneStatus>
  );
}
