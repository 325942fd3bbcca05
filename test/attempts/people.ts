import { expect } from 'vitest';
import { today } from '@/domain/days/day';
import { editPerson } from '@/domain/people/edit-commands';
import { createNetwork } from '@/domain/people/memberships/network-commands';
import { appoint } from '@/domain/people/memberships/office-commands';
import { seePhone } from '@/domain/people/phones/phone-commands';
import { listMembers } from '@/domain/people/queries';
import { findPerson } from '@/domain/people/record-queries';
import { db } from '@/prisma/client';
import { createMember } from '@/test/factories/people';
import { makeMember } from '@/test/union';
import { type AttemptStage, type Attempts, done } from '../attempt';

let made = 0;

export function peopleAttempts({ union, province }: AttemptStage): Attempts<'people'> {
  return {
    'people.see': async (viewer) => (await listMembers(viewer, { unitId: union.khuPho5.id })).members.length > 0,
    'people.see-phone': async (viewer) => {
      const { id } = await createMember(db, union.khuPho5, { phone: '+84912345678' });
      return done(await seePhone(viewer, { personId: id }));
    },
    'people.record': async (viewer) => {
      const personId = await makeMember(union.khuPho5);
      const { version, name, birthYear } = (await findPerson(province, personId)) ?? expect.unreachable();
      const facts = { name, birthYear: birthYear ?? undefined, languages: [], dropPhone: false };
      return done(await editPerson(viewer, { ...facts, personId, version, address: 'Ấp 1' }));
    },
    'people.appoint': async (viewer) => {
      const input = { personId: await makeMember(union.khuPho5), unitId: union.khuPho5.id, from: today() };
      return done(await appoint(viewer, { ...input, title: 'sub_association_deputy' }));
    },
    'people.networks': async (viewer) => {
      const input = { personId: await makeMember(union.khuPho5), unitId: union.khuPho5.id, from: today() };
      const name = `Tổ công nghệ số ${++made}`;
      return done(await createNetwork(viewer, { ...input, kind: 'community_digital_team', name }));
    },
  };
}
