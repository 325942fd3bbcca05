import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';

/** How many certificates the session led to, and the way to them, for who may see them. */
export async function CertificatePanel({ sessionId, count }: { sessionId: string; count: number }) {
  const t = await getTranslations('certificates.session');
  return (
    <Panel title={t('panel')} id="certificates">
      <p className="mb-3">{count > 0 ? t('count', { count }) : t('none')}</p>
      <ButtonLink as={Link} href={`/admin/trainings/${sessionId}/outcomes/certificates`} compact icon="report">
        {t('open')}
      </ButtonLink>
    </Panel>
  );
}
