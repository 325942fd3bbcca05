import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import type { Role } from '@/domain/access/permissions';

export type AccountListed = {
  id: string;
  displayName: string;
  contact: string;
  disabled: boolean;
  grants: { id: string; role: Role; unitName: string; active: boolean }[];
};

export function AccountTable({ accounts }: { accounts: AccountListed[] }) {
  const t = useTranslations('accounts.list');
  const role = useTranslations('access.roles');
  return (
    <Table
      caption={t('caption')}
      rows={accounts}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('name'),
          kind: 'title',
          cell: (row) => <Link href={`/admin/accounts/${row.id}`}>{row.displayName}</Link>,
        },
        { label: t('contact'), cell: (row) => row.contact },
        {
          label: t('roles'),
          cell: (row) => {
            const active = row.grants.filter((grant) => grant.active);
            if (row.disabled) return <Badge tone="problem">{t('disabled')}</Badge>;
            if (active.length === 0) return t('none');
            return (
              <span className="grid gap-1">
                {active.map((grant) => (
                  <span key={grant.id}>{`${role(grant.role)}\u00a0· ${grant.unitName}`}</span>
                ))}
              </span>
            );
          },
        },
      ]}
    />
  );
}
