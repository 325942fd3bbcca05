import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { AskForm } from '@/components/merging/ask-form';
import { MoveForm } from '@/components/merging/move-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { mayAnywhere } from '@/domain/access/access';
import { findMovable } from '@/domain/merging/requests/request-queries';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../../units/question';
import { askFor, moveMember } from '../actions';

type Props = PageProps<'/admin/people/requests/new'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'merging.ask')) notFound();
  return { title: (await getTranslations('merging.ask'))('title') };
}

/**
 * Asks for a woman of another commune (blind), for a merger with a record of her own (`own`), or moves a woman at once
 * for whom the viewer answers already (`person`).
 */
export default async function AskPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'merging.ask')) notFound();
  const query = await searchParams;
  const asked = { person: oneOf(query.person), own: oneOf(query.own) };
  const [t, { question }, person, own] = await Promise.all([
    getTranslations('merging'),
    askForUnit(viewer, { permission: 'merging.ask', levels: ['sub_association', 'group'] }, query.unit),
    asked.person ? findMovable(viewer, asked.person) : null,
    asked.own ? findMovable(viewer, asked.own) : null,
  ]);
  if ((asked.person && !person) || (asked.own && !own)) notFound();
  const title = person ? t('move.title', { name: person.name }) : t('ask.title');
  const back = person ? `/admin/people/${person.id}` : own ? `/admin/people/${own.id}/merge` : '/admin/people/requests';
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: t('people'), href: '/admin/people' },
              { label: t('requests.title'), href: '/admin/people/requests' },
              { label: title },
            ]}
          />
        }
        title={title}
        lead={person ? t('move.lead') : own ? t('ask.leadMerge', { name: own.name }) : t('ask.lead')}
      />
      <div className="max-w-2xl">
        <Panel grid>
          {person ? (
            <MoveForm action={moveMember} person={person} question={question} back={back} />
          ) : (
            <AskForm action={askFor} question={question} ownPersonId={own?.id} back={back} />
          )}
        </Panel>
      </div>
    </LivePage>
  );
}
