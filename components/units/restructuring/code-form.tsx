import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { UnitRecord } from '@/domain/units/tree';

/** The official code of a commune, which may come later than the commune itself. */
export function CodeForm({ action, unit }: { action: FormAction; unit: UnitRecord }) {
  const t = useTranslations('units');
  return (
    <Panel id="code" title={t('change.code')}>
      <p className="mb-4 text-ink-2 text-sm">{t(unit.code ? 'code.correctLead' : 'code.giveLead')}</p>
      <Form action={action} concept="units">
        <HiddenField name="unitId" value={unit.id} />
        <HiddenField name="version" value={String(unit.version)} />
        <TextField
          name="code"
          label={t('change.code')}
          hint={t('code.hint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          defaultValue={unit.code ?? ''}
        />
        <SubmitButton variant="secondary">{t(unit.code ? 'code.correct' : 'code.give')}</SubmitButton>
      </Form>
    </Panel>
  );
}
