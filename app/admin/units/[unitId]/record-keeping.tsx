import { RecordKeepingPanel } from '@/components/coverage/record-keeping-panel';
import { findRecordKeeping } from '@/domain/coverage/record-keeping/record-keeping-queries';
import { today } from '@/domain/days/day';
import type { UnitRecord } from '@/domain/units/tree';
import { requireViewer } from '@/server/sign-in/session';
import { ceaseRecordKeeping, declareRecordKeeping } from '../actions';

/** Whether a commune's figures are known here; nothing for other units, and for one that is closed. */
export async function RecordKeeping({ unit }: { unit: UnitRecord }) {
  if (unit.level !== 'commune' || unit.closed || !unit.may.coverage) return null;
  const viewer = await requireViewer();
  const keeping = await findRecordKeeping(viewer, unit.id);
  if (!keeping) return null;
  return (
    <RecordKeepingPanel
      locale={viewer.locale}
      unitId={unit.id}
      keeping={keeping}
      opened={unit.opened}
      today={today()}
      declare={declareRecordKeeping}
      cease={ceaseRecordKeeping}
    />
  );
}
