import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Role } from '@/domain/access/permissions';

/** Which role, and where. */
export function RoleFields({ roles, place }: { roles: readonly Role[]; place: UnitQuestion }) {
  const t = useTranslations('accounts.invitation');
  const role = useTranslations('access.roles');
  return (
    <>
      <SelectField name="role" label={t('role')} options={roles.map((value) => ({ value, label: role(value) }))} />
      <UnitField name="unitId" label={t('unit')} question={place} />
    </>
  );
}
