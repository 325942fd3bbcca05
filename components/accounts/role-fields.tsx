import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/forms/choice-fields';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Role } from '@/domain/access/permissions';

type RoleProps = { roles: readonly Role[]; place: UnitQuestion; role?: Role | undefined };

/** Which role, and where; the one that is meant is chosen already. */
export function RoleFields({ roles, place, role }: RoleProps) {
  const t = useTranslations('accounts.invitation');
  const names = useTranslations('access.roles');
  return (
    <>
      <SelectField
        name="role"
        label={t('role')}
        options={roles.map((value) => ({ value, label: names(value) }))}
        defaultValue={role ?? ''}
      />
      <UnitField name="unitId" label={t('unit')} question={place} />
    </>
  );
}
