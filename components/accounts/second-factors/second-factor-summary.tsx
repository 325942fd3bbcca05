import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import type { OwnFactors } from '@/domain/accounts/second-factors/second-factor';

/** On her own page: whether her second step is set up, and the way to it. */
export function SecondFactorSummary({ factors }: { factors: OwnFactors }) {
  const t = useTranslations('second-factors.own');
  const isOn = factors.totp !== null || factors.passkeys.length > 0;
  return (
    <Panel id="second-factor" title={t('title')} className="mb-7 max-w-[44em]">
      <p className="mb-4">{isOn ? t('on', { codes: factors.codesLeft }) : t('off')}</p>
      <ButtonLink as={Link} href="/admin/accounts/own/second-factor" variant={isOn ? 'secondary' : 'primary'}>
        {t(isOn ? 'open' : 'setUp')}
      </ButtonLink>
    </Panel>
  );
}
