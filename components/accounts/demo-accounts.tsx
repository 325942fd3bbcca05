import { useTranslations } from 'next-intl';
import { DemoMark } from '@/components/ui/demo-mark';
import { Panel } from '@/components/ui/panels/panel';
import { demoAccounts, demoAddress } from '@/domain/accounts/sessions/demo-account';

/** Accounts to try in a portal that runs on its own demonstration data. */
export function DemoAccounts({ password }: { password: string | null }) {
  const t = useTranslations('accounts.signIn');
  const role = useTranslations('access.roles');
  return (
    <Panel title={t('demoTitle')} grid>
      <p className="mb-3">{password ? t('demoLead', { password }) : t('demoHidden')}</p>
      <ul className="mb-4">
        {demoAccounts.map(([name, of, place]) => (
          <li key={name} className="border-rule border-t py-2">
            <b>{demoAddress(name)}</b>{' '}
            <span className="block text-ink-2">
              {role(of)}
              {place && ` · ${place}`}
            </span>
          </li>
        ))}
      </ul>
      <DemoMark />
    </Panel>
  );
}
