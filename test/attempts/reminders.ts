import { randomUUID } from 'node:crypto';
import { addDays, monthStart, today } from '@/domain/days/day';
import { remind } from '@/domain/reminders/remind-commands';
import { db } from '@/prisma/client';
import { type AttemptStage, type Attempts, done } from '../attempt';
import { createAccountWithRole } from '../factories/accounts';
import { createGroup } from '../factories/units';

/** Each time a new group of Khu phố 5, whose head has an account. */
export function remindersAttempts({ union }: AttemptStage): Attempts<'reminders'> {
  return {
    'reminders.remind': async (viewer) => {
      const group = await createGroup(db, union.khuPho5, { from: monthStart(today()) });
      await createAccountWithRole(db, 'sub_association_head', [group]);
      const input = { askingId: randomUUID(), unitIds: [group.id], lastDay: addDays(today(), 3) };
      return done(await remind(viewer, input));
    },
  };
}
