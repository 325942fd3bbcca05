import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { CertificateFactsList } from '@/components/certificates/certificate-facts';
import { ReissueForm, RevokeForm } from '@/components/certificates/certificate-forms';
import { CertificateState } from '@/components/certificates/certificate-table';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Viewer } from '@/domain/access/viewer';
import type { CertificateRecord } from '@/domain/certificates/certificate';
import { inAddress, inGroups } from '@/domain/certificates/code';
import { findCertificate } from '@/domain/certificates/queries';
import { hrefTo } from '@/i18n/routes';
import { requireViewer } from '@/server/sign-in/session';
import { reissueCertificate, revokeCertificate } from '../actions';

type Props = PageProps<'/admin/certificates/[certificateId]'>;

const load = cache(async (id: string) => (await findCertificate(await requireViewer(), id)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code }, t] = await Promise.all([load((await params).certificateId), getTranslations('certificates.record')]);
  return { title: t('title', { code: inGroups(code) }) };
}

export default async function CertificatePage({ params, searchParams }: Props) {
  const [certificate, viewer, { said }, t] = await Promise.all([
    load((await params).certificateId),
    requireViewer(),
    searchParams,
    getTranslations('certificates'),
  ]);
  const { id, code, may } = certificate;
  const done = (['revoked', 'reissued'] as const).find((each) => each === oneOf(said));
  return (
    <LivePage>
      {done && <Notice title={t(`said.${done}`)} />}
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[{ label: t('title'), href: '/admin/certificates' }, { label: inGroups(code) }]}
          >
            <CertificateState revokedOn={certificate.revokedOn} />
            {certificate.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={certificate.holderName ?? t('erased')}
        actions={<Actions viewer={viewer} certificate={certificate} />}
      />
      <div className="grid items-start gap-9 2xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Facts certificate={certificate} />
        <div className="grid gap-6">
          {may.revoke && <RevokeForm certificateId={id} action={revokeCertificate} />}
          {may.reissue && <ReissueForm certificateId={id} action={reissueCertificate} />}
        </div>
      </div>
    </LivePage>
  );
}

function Actions({ viewer, certificate: { id, code, may } }: { viewer: Viewer; certificate: CertificateRecord }) {
  const t = useTranslations('certificates.record');
  return (
    <>
      {may.print && (
        <a href={`/admin/certificates/${id}/print`} className={buttonClass({ variant: 'primary' })} download>
          <Icon name="printer" />
          {t('print')}
        </a>
      )}
      <ButtonLink href={hrefTo(viewer.locale, 'certificate', { slug: inAddress(code) })} icon="globe">
        {t('check')}
      </ButtonLink>
    </>
  );
}

/** What the certificate says, who issued or revoked it, and the ways to the session and the woman. */
function Facts({ certificate }: { certificate: CertificateRecord }) {
  const t = useTranslations('certificates');
  const { sessionId, personId, replacedById, replacesId } = certificate;
  const other = replacedById ?? replacesId;
  return (
    <div className="max-w-2xl">
      <CertificateFactsList certificate={certificate} />
      <DefinitionList
        entries={[
          { term: t('issuedBy'), value: certificate.issuedBy },
          ...(certificate.revokedBy ? [{ term: t('record.revokedBy'), value: certificate.revokedBy }] : []),
          ...(certificate.revokedReason ? [{ term: t('record.reason'), value: certificate.revokedReason }] : []),
        ]}
      />
      {other && (
        <p className="mt-4">
          {t(replacedById ? 'record.replaced' : 'record.replaces')}{' '}
          <Link href={`/admin/certificates/${other}`}>{t('record.openOther')}</Link>
        </p>
      )}
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        {sessionId && <Link href={`/admin/trainings/${sessionId}/outcomes`}>{t('record.openSession')}</Link>}
        {personId && <Link href={`/admin/people/${personId}/passport`}>{t('record.passport')}</Link>}
      </p>
    </div>
  );
}
