import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { IncomingRequests } from '@/components/merging/incoming-requests';
import { OutgoingTable } from '@/components/merging/outgoing-table';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere } from '@/domain/access/access';
import { listIncoming, listOutgoing } from '@/domain/merging/requests/request-queries';
import { requireViewer } from '@/server/sign-in/session';
import { answerRequest, withdrawRequest } from './actions';

type Props = PageProps<'/admin/people/requests'>;

const saids = ['asked', 'agreed', 'declined', 'moved', 'withdrawn'] as const;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'merging.ask')) notFound();
  return { title: (await getTranslations('merging.requests'))('title') };
}

/** Requests of others to her, and hers to others. */
export default async function RequestsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'merging.ask')) notFound();
  const said = oneOf((await searchParams).said);
  const [t, incoming, outgoing] = await Promise.all([
    getTranslations('merging'),
    listIncoming(viewer),
    listOutgoing(viewer),
  ]);
  const done = saids.find((each) => each === said);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[{ label: t('people'), href: '/admin/people' }, { label: t('requests.title') }]}
          />
        }
        title={t('requests.title')}
        lead={t('requests.lead')}
        actions={
          <ButtonLink as={Link} href="/admin/people/requests/new" variant="primary" icon="plus">
            {t('requests.ask')}
          </ButtonLink>
        }
      />
      {done && <Notice tone={done === 'asked' ? 'information' : 'done'} title={t(`said.${done}`)} />}
      <h2 className="mb-3">{t('requests.incoming')}</h2>
      {incoming.length > 0 ? (
        <IncomingRequests requests={incoming} answer={answerRequest} />
      ) : (
        <p>{t('requests.incomingNone')}</p>
      )}
      <h2 className="mt-10 mb-3">{t('requests.outgoing')}</h2>
      {outgoing.length > 0 ? (
        <OutgoingTable requests={outgoing} withdraw={withdrawRequest} />
      ) : (
        <p>{t('requests.outgoingNone')}</p>
      )}
    </LivePage>
  );
}
