import { type PersonTab, PersonTabs } from '@/components/people/person-tabs';
import { may } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { PersonRecord } from '@/domain/people/record';
import { requireViewer } from '@/server/sign-in/session';
import { loadPerson } from './load';

/** The parts of her record, each offered to who may open it. */
export async function Tabs({ personId, current }: { personId: string; current: PersonTab }) {
  return <TabsOf person={await loadPerson(personId)} current={current} />;
}

/** The same of a record that was read. */
export async function TabsOf({ person, current }: { person: PersonRecord; current: PersonTab }) {
  const viewer = await requireViewer();
  return <PersonTabs personId={person.id} current={current} offered={offeredTo(viewer, person)} />;
}

/** The passport by whoever sees her; consents are seen wherever she belongs; what says more, or moves more, only where her record is kept. */
function offeredTo(viewer: Viewer, { keeper, memberships }: PersonRecord): PersonTab[] {
  const here = [keeper.path, ...memberships.filter(({ to }) => to === null).map(({ path }) => path)];
  const verbs = {
    sensitive: 'sensitive.see',
    'own-data': 'own-data.export',
    handover: 'merging.hand-over',
    merge: 'merging.merge',
  } as const;
  const kept = (Object.keys(verbs) as (keyof typeof verbs)[]).filter((tab) => may(viewer, verbs[tab], keeper.path));
  return [
    'passport',
    ...(here.some((path) => may(viewer, 'member-cards.make', path)) ? (['member-card'] as const) : []),
    ...(here.some((path) => may(viewer, 'consents.see', path)) ? (['consents'] as const) : []),
    ...kept,
  ];
}
