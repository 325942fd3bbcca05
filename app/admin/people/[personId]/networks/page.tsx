import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { CreateNetworkForm, JoinNetworkForm, LeaveNetworkForm } from '@/components/people/memberships/network-forms';
import { Panel } from '@/components/ui/panels/panel';
import { today } from '@/domain/days/day';
import { listNetworks } from '@/domain/people/choice-queries';
import { requireViewer } from '@/server/sign-in/session';
import { createNetwork, joinNetwork, leaveNetwork } from '../../actions';
import { loadPerson } from '../load';
import { PartHead } from '../part-head';
import { unitsAround } from '../units-around';

type Props = PageProps<'/admin/people/[personId]/networks'>;

/** A viewer who may read the record but not change this part finds no such page. */
async function load({ params }: Props) {
  const person = await loadPerson((await params).personId);
  return person.may.networks ? person : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name } = await load(props);
  return { title: (await getTranslations('people.networks'))('title', { name }) };
}

export default async function NetworksPage(props: Props) {
  const [person, viewer] = await Promise.all([load(props), requireViewer()]);
  const [t, around] = await Promise.all([getTranslations('people'), unitsAround(viewer, person, 'people.networks')]);
  const units = around.filter(({ level }) => level === 'commune' || level === 'sub_association');
  const running = person.networks.filter(({ to }) => to === null);
  const networks = (
    await listNetworks(
      viewer,
      units.map(({ id }) => id),
    )
  ).filter(({ id }) => !running.some(({ networkId }) => networkId === id));
  const form = { personId: person.id, today: today() };
  return (
    <LivePage>
      <PartHead person={person} title={t('networks.title', { name: person.name })} step={t('record.networks')} />
      <div className="grid max-w-4xl items-start gap-6 lg:grid-cols-2">
        <Panel title={t('networks.joinTitle')} grid>
          {networks.length > 0 ? (
            <JoinNetworkForm action={joinNetwork} {...form} networks={networks} />
          ) : (
            <p>{t('networks.none')}</p>
          )}
        </Panel>
        <Panel title={t('networks.createTitle')}>
          <CreateNetworkForm
            action={createNetwork}
            {...form}
            units={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Panel>
        {running
          .filter(({ may }) => may.end)
          .map((network) => (
            <Panel key={network.id} title={network.name}>
              <LeaveNetworkForm action={leaveNetwork} {...form} network={network} />
            </Panel>
          ))}
      </div>
    </LivePage>
  );
}
