import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/form';
import type { Role } from '@/domain/access/permissions';

export type UnitChoice = { id: string; name: string };

/** Which role, and where. */
export function RoleFields({ roles, units }: { roles: readonly Role[]; units: UnitChoice[] }) {
  const t = useTranslations('accounts.invitation');
  const role = useTranslations('access.roles');
  return (
    <>
      <SelectField name="role" label={t('role')} options={roles.map((value) => ({ value, label: role(value) }))} />
      <SelectField
        name="unitId"
        label={t('unit')}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
