import { useTranslations } from 'next-intl';
import { LastDayField } from '@/components/ui/days/last-day-field';
import { DateField, Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Role } from '@/domain/access/permissions';
import { today } from '@/domain/days/day';
import { RoleFields } from './role-fields';

type GrantFormProps = { accountId: string; roles: readonly Role[]; place: UnitQuestion; action: FormAction };

export function GrantForm({ accountId, roles, place, action }: GrantFormProps) {
  const t = useTranslations('accounts.record');
  return (
    <Form action={action} concept="accounts" className="mt-6">
      <HiddenField name="accountId" value={accountId} />
      <RoleFields roles={roles} place={place} />
      <DateField name="from" label={t('from')} defaultValue={today()} />
      <LastDayField label={t('lastDay')} example={today()} optional />
      <SubmitButton>{t('grant')}</SubmitButton>
    </Form>
  );
}
