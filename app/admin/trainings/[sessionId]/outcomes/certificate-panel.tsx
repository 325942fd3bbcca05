import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { findSessionCertificates } from '@/domain/certificates/session-queries';
import { requireViewer } from '@/server/sign-in/session';

/** How many certificates the session led to, and the way to them, for who may see them. */
export async function CertificatePanel({ sessionId }: { sessionId: string }) {
  const [found, t] = await Promise.all([
    findSessionCertificates(await requireViewer(), sessionId),
    getTranslations('certificates.session'),
  ]);
  if (!found) return null;
  const count = found.certificates.length;
  return (
    <Panel title={t('panel')} id="certificates">
      <p className="mb-3">{count > 0 ? t('count', { count }) : t('none')}</p>
      <ButtonLink as={Link} href={`/admin/trainings/${sessionId}/outcomes/certificates`} compact icon="report">
        {t('open')}
      </ButtonLink>
    </Panel>
  );
}
