import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { ReceptionRecord } from '@/domain/units/reception/reception';

type PanelProps = { unitId: string; reception: ReceptionRecord; action: FormAction };

const LONGEST = { number: 20, place: 120, hours: 80 } as const;

/** Where women of a commune ask and are received, as its public page tells them. */
export function ReceptionPanel({ unitId, reception, action }: PanelProps) {
  const t = useTranslations('units.reception');
  return (
    <Panel id="reception" title={t('title')}>
      <p className="mb-4 text-ink-2 text-sm">{t('lead')}</p>
      <Form action={action} concept="units">
        <HiddenField name="unitId" value={unitId} />
        <HiddenField name="version" value={reception.version} />
        {(['number', 'place', 'hours'] as const).map((each) => (
          <TextField
            key={each}
            name={each}
            label={t(each)}
            hint={t(`${each}Hint`)}
            defaultValue={reception[each] ?? ''}
            maxLength={LONGEST[each]}
            autoComplete="off"
            optional
          />
        ))}
        <SubmitButton variant="secondary">{t('send')}</SubmitButton>
      </Form>
    </Panel>
  );
}
