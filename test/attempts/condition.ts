import { seeToAlarm } from '@/domain/condition/alarms/alarm-commands';
import { findDatabaseFacts } from '@/domain/condition/fact-queries';
import { db } from '@/prisma/client';
import type { Attempts } from '../attempt';

export function conditionAttempts(): Attempts<'condition'> {
  return {
    'condition.see': async (viewer) => (await findDatabaseFacts(viewer)) !== null,
    'condition.see-to-alarms': async (viewer) => {
      const network = `192.0.2.${crypto.randomUUID()}`;
      const { id } = await db.alarm.create({ data: { kind: 'spraying', network, count: 12 }, select: { id: true } });
      return (await seeToAlarm(viewer, { alarmId: id, word: 'Đã hỏi, không sao' })).ok;
    },
  };
}
