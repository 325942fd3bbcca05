import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { IssueForm } from '@/components/certificates/certificate-forms';
import { CertificateTable } from '@/components/certificates/certificate-table';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { PRINTED_MAX, type SessionCertificates } from '@/domain/certificates/certificate';
import { findSessionCertificates } from '@/domain/certificates/session-queries';
import { requireViewer } from '@/server/sign-in/session';
import { issueCertificates } from '../../../../certificates/actions';
import { loadOutcomes } from '../load';
import { OutcomeHead } from '../outcome-head';

type Props = PageProps<'/admin/trainings/[sessionId]/outcomes/certificates'>;

const load = cache(async (sessionId: string) => {
  const found = await findSessionCertificates(await requireViewer(), sessionId);
  return { certificates: found ?? notFound(), ...(await loadOutcomes(sessionId)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ session }, t] = await Promise.all([load((await params).sessionId), getTranslations('certificates')]);
  return { title: t('session.title', { title: session.title }) };
}

export default async function SessionCertificatesPage({ params, searchParams }: Props) {
  const [{ session, certificates }, { said }, t] = await Promise.all([
    load((await params).sessionId),
    searchParams,
    getTranslations('certificates'),
  ]);
  const done = (['issued', 'nothing'] as const).find((each) => each === oneOf(said));
  return (
    <LivePage>
      {done && <Notice title={t(`said.${done}`)} tone={done === 'issued' ? 'done' : 'information'} />}
      <OutcomeHead session={session} title={t('session.title', { title: session.title })} step={t('session.step')} />
      <div className="grid gap-7">
        {certificates.may.issue && <Issuing sessionId={session.id} certificates={certificates} />}
        {certificates.certificates.length > 0 ? (
          <CertificateTable certificates={certificates.certificates} />
        ) : (
          <p>{t('session.none')}</p>
        )}
        {certificates.may.print && <PrintLinks sessionId={session.id} certificates={certificates} />}
      </div>
    </LivePage>
  );
}

function Issuing({ sessionId, certificates }: { sessionId: string; certificates: SessionCertificates }) {
  const t = useTranslations('certificates.session');
  const words = useTranslations('outcomes.level');
  const { asked, ready, short, held } = certificates;
  return (
    <Panel grid className="max-w-3xl">
      <p>{asked ? t('asks', { level: words(asked) }) : t('asksNothing')}</p>
      {short.length > 0 && <p className="mt-2">{t('short', { names: short.join(', ') })}</p>}
      {!held && <p className="mt-2 font-semibold">{t('notHeld')}</p>}
      {held && ready > 0 && (
        <>
          <p className="mt-2 mb-4 font-semibold">{t('ready', { count: ready })}</p>
          <IssueForm sessionId={sessionId} ready={ready} action={issueCertificates} />
        </>
      )}
      {held && ready === 0 && certificates.certificates.length > 0 && <p className="mt-2">{t('done')}</p>}
    </Panel>
  );
}

/** One file for all, or several where they are many. */
function PrintLinks({ sessionId, certificates }: { sessionId: string; certificates: SessionCertificates }) {
  const t = useTranslations('certificates.session');
  const count = certificates.certificates.filter(({ revokedOn, holderName }) => !revokedOn && holderName).length;
  const parts = Array.from({ length: Math.ceil(count / PRINTED_MAX) }, (_, at) => at * PRINTED_MAX);
  return (
    <p className="flex flex-wrap gap-2.5">
      {parts.map((from) => (
        <a
          key={from}
          href={`/admin/trainings/${sessionId}/outcomes/certificates/print?from=${from}`}
          className={buttonClass({ variant: 'primary' })}
          download
        >
          <Icon name="printer" />
          {parts.length === 1
            ? t('print')
            : t('printPart', { from: from + 1, to: Math.min(from + PRINTED_MAX, count) })}
        </a>
      ))}
    </p>
  );
}
