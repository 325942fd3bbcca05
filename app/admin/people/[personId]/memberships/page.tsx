import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import {
  EndMembershipForm,
  MoveMembershipForm,
  StartMembershipForm,
} from '@/components/people/memberships/membership-forms';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { may } from '@/domain/access/access';
import { today } from '@/domain/days/day';
import { memberLevels } from '@/domain/people/memberships/membership';
import type { MembershipRow, PersonRecord } from '@/domain/people/record';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../../../units/question';
import { endMembership, moveMembership, startMembership } from '../../actions';
import { loadPerson } from '../load';
import { PartHead } from '../part-head';

type Props = PageProps<'/admin/people/[personId]/memberships'>;

/** A viewer who may read the record but not change this part finds no such page. */
async function load({ params }: Props) {
  const person = await loadPerson((await params).personId);
  return person.may.record || person.memberships.some(({ may }) => may.end) ? person : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name } = await load(props);
  return { title: (await getTranslations('people.membership'))('title', { name }) };
}

export default async function MembershipsPage(props: Props) {
  const person = await load(props);
  const t = await getTranslations('people');
  const running = person.memberships.filter(({ may }) => may.end);
  return (
    <LivePage>
      <PartHead person={person} title={t('membership.title', { name: person.name })} step={t('record.memberships')} />
      <div className="grid max-w-4xl gap-10">
        {running.map((membership) => (
          <One key={membership.id} person={person} membership={membership} />
        ))}
        {may(await requireViewer(), 'merging.hand-over', person.keeper.path) && (
          <p>
            {t('membership.died')}{' '}
            <Link href={`/admin/people/${person.id}/death`} className="inline-flex min-h-11 items-center">
              {t('membership.diedDo')}
            </Link>
          </p>
        )}
        {person.may.record && person.diedOn === null && (
          <Start person={person} communeId={person.memberships[0]?.communeId ?? null} />
        )}
      </div>
    </LivePage>
  );
}

/** The units of the commune in which she belongs, or can belong. */
async function askWhere(communeId: string | null, unitId?: string) {
  const scope = { permission: 'people.record' as const, levels: memberLevels, within: communeId ?? undefined };
  return (await askForUnit(await requireViewer(), scope, unitId)).question;
}

/** One running membership: moved or ended. */
async function One({ person, membership }: { person: PersonRecord; membership: MembershipRow }) {
  const t = await getTranslations('people');
  const { kind, unitName: unit, communeId } = membership;
  const form = { personId: person.id, membership, today: today() };
  return (
    <section>
      <h2 className="mb-4">{t('membership.running', { kind: t(`kind.${kind}`), unit })}</h2>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        {membership.may.move && (
          <Panel grid>
            <h3 className="mb-3">{t('membership.moveTitle')}</h3>
            <MoveMembershipForm
              action={moveMembership}
              {...form}
              place={await askWhere(communeId, membership.unitId)}
            />
          </Panel>
        )}
        <Panel>
          <h3 className="mb-3">{t('membership.endTitle')}</h3>
          <EndMembershipForm action={endMembership} {...form} />
        </Panel>
      </div>
    </section>
  );
}

async function Start({ person, communeId }: { person: PersonRecord; communeId: string | null }) {
  const t = await getTranslations('people.membership');
  const place = await askWhere(communeId);
  return (
    <Panel title={t('startTitle')} className="max-w-2xl">
      <StartMembershipForm action={startMembership} personId={person.id} place={place} today={today()} />
    </Panel>
  );
}
