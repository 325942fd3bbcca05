import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { FirstSteps as Steps } from '@/domain/accounts/first-step';

/** The first steps on a portal that nobody works with yet, one after the other. */
export function FirstSteps({ official, units, mail }: Steps & { mail: boolean }) {
  const t = useTranslations('accounts.firstSteps');
  const steps = [
    { name: 'official', done: official, href: '/admin/accounts' },
    { name: 'mail', done: mail, href: null },
    { name: 'keys', done: false, href: null },
    { name: 'units', done: units, href: '/admin/units' },
  ] as const;
  return (
    <Panel title={t('title')} grid>
      <ol className="grid list-decimal gap-3 pl-6">
        {steps.map(({ name, done, href }) => (
          <li key={name}>
            {href && !done ? <Link href={href}>{t(`steps.${name}`)}</Link> : t(`steps.${name}`)}
            {done && ` ${t('done')}`}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
