import { expect } from 'vitest';
import { today } from '@/domain/days/day';
import { handOver } from '@/domain/merging/handovers/handover-commands';
import { findHandover } from '@/domain/merging/handovers/handover-queries';
import { mergePersons } from '@/domain/merging/merge-commands';
import { answerRequest } from '@/domain/merging/requests/answer-commands';
import { askFor } from '@/domain/merging/requests/request-commands';
import { db } from '@/prisma/client';
import { createOffice } from '@/test/factories/people';
import { mergeOf } from '@/test/stages/merging';
import { makeMember } from '@/test/union';
import { type AttemptStage, type Attempts, done } from '../attempt';

let tries = 0;

export function mergingAttempts({ union, province }: AttemptStage): Attempts<'merging'> {
  return {
    'merging.merge': async (viewer) => {
      const two = { survivorId: await makeMember(union.khuPho5), absorbedId: await makeMember(union.khuPho5) };
      return done(await mergePersons(viewer, await mergeOf(two)));
    },
    'merging.ask': async (viewer) => {
      const name = `Không Có Ai ${++tries}`;
      return done(await askFor(viewer, { purpose: 'join', toUnitId: union.khuPho5.id, name, birthYear: 1970 }));
    },
    'merging.answer': async (viewer) => {
      const personId = await makeMember(union.khuPho5);
      const { id } = await db.personRequest.create({
        data: {
          personId,
          toUnitId: union.ongHuong.id,
          purpose: 'join',
          askedById: province.accountId,
          soughtName: `Nguyễn Thị Lan ${++tries}`,
          soughtBirthYear: 1980,
        },
        select: { id: true },
      });
      return done(await answerRequest(viewer, { requestId: id, version: 1, answer: 'declined', reason: 'Chưa được' }));
    },
    'merging.hand-over': async (viewer) => {
      const personId = await makeMember(union.khuPho5);
      await createOffice(db, union.khuPho5, { id: personId }, 'sub_association_deputy');
      const { items } = (await findHandover(province, personId)) ?? expect.unreachable();
      const choices = items.map(({ key }) => ({ key, to: 'end' }));
      return done(await handOver(viewer, { personId, day: today(), reason: 'Nghỉ hưu', choices }));
    },
  };
}
