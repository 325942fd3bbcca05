import { useTranslations } from 'next-intl';
import { DateField, Form, HiddenField } from '@/components/ui/form';
import type { FormAction } from '@/components/ui/form-state';
import { SubmitButton } from '@/components/ui/submit-button';
import type { UnitQuestion } from '@/components/units/unit-option';
import type { Role } from '@/domain/access/permissions';
import { today } from '@/domain/day';
import { RoleFields } from './role-fields';

type GrantFormProps = { accountId: string; roles: readonly Role[]; place: UnitQuestion; action: FormAction };

export function GrantForm({ accountId, roles, place, action }: GrantFormProps) {
  const t = useTranslations('accounts.record');
  return (
    <Form action={action} concept="accounts" className="mt-6">
      <HiddenField name="accountId" value={accountId} />
      <RoleFields roles={roles} place={place} />
      <DateField name="from" label={t('from')} defaultValue={today()} />
      <DateField name="lastDay" label={t('lastDay')} optional />
      <SubmitButton>{t('grant')}</SubmitButton>
    </Form>
  );
}
