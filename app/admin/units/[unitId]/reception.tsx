import { ReceptionPanel } from '@/components/units/reception-panel';
import { findReception } from '@/domain/units/reception/reception-queries';
import type { UnitRecord } from '@/domain/units/tree';
import { requireViewer } from '@/server/sign-in/session';
import { setReception } from '../actions';

/** Where women of a commune ask, to be said by who answers for it; nothing for other units, and for one that is closed. */
export async function Reception({ unit }: { unit: UnitRecord }) {
  if (unit.level !== 'commune' || unit.closed) return null;
  const reception = await findReception(await requireViewer(), unit.id);
  return reception && <ReceptionPanel unitId={unit.id} reception={reception} action={setReception} />;
}
