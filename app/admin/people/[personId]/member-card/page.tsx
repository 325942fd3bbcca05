import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { LivePage } from '@/app/admin/live-page';
import { CardPanels } from '@/components/member-cards/card-panels';
import { Notice } from '@/components/ui/notice';
import { findCardsOfPerson } from '@/domain/member-cards/queries';
import { requireViewer } from '@/server/sign-in/session';
import { loadPart } from '../load';
import { PartHead } from '../part-head';
import { Tabs } from '../tabs';
import { endMemberCard, handOverMemberCard, makeMemberCard } from './actions';

type Props = PageProps<'/admin/people/[personId]/member-card'>;

const saids = ['made', 'handedOver', 'ended'] as const;

const load = cache(async (personId: string) => {
  const person = await loadPart(personId, 'member-card', 'member-cards.make');
  return { person, cards: (await findCardsOfPerson(await requireViewer(), person.id)) ?? notFound() };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await load((await params).personId);
  return { title: (await getTranslations('member-cards'))('titleOf', { name: person.name }) };
}

/** The card by which she opens her own data: made, printed, handed over, ended. */
export default async function MemberCardPage({ params, searchParams }: Props) {
  const [{ person, cards }, viewer, { said }, t] = await Promise.all([
    load((await params).personId),
    requireViewer(),
    searchParams,
    getTranslations('member-cards'),
  ]);
  const done = saids.find((each) => each === said);
  return (
    <LivePage>
      {done && <Notice title={t(`said.${done}`)} />}
      <PartHead person={person} title={t('titleOf', { name: person.name })} step={t('title')} lead={t('lead')} />
      <Tabs personId={person.id} current="member-card" />
      <CardPanels
        personId={person.id}
        locale={viewer.locale}
        cards={cards}
        actions={{ make: makeMemberCard, handOver: handOverMemberCard, end: endMemberCard }}
      />
    </LivePage>
  );
}
