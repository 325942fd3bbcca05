import { oneOf } from '@/app/address';
import { CoverageNotice } from '@/components/coverage/coverage-notice';
import { listMoved } from '@/domain/coverage/moves/move-queries';
import { findUnitCoverage } from '@/domain/coverage/unit-coverage-queries';
import { requireViewer } from '@/server/sign-in/session';
import { changeStatus, tiePair } from './actions';

type MovedProps = {
  unitId: string | undefined;
  /** what was recorded, and what the address says that it moved */
  recordId: string;
  word: string | string[] | undefined;
  fromUnit?: string;
  /** nothing is said where nothing moved */
  onlyIfMoved?: boolean;
};

/** After a record of a unit: what it moved there, in the commune and elsewhere, and the next gap, mended from here by one tap where one is enough. */
export async function Moved({ unitId, recordId, word, fromUnit, onlyIfMoved = false }: MovedProps) {
  const viewer = await requireViewer();
  const moved = await listMoved(viewer, recordId, oneOf(word));
  if (onlyIfMoved && !moved?.length) return null;
  const here = moved?.find((unit) => unit.unitId === unitId) ?? moved?.[0];
  const coverage = await findUnitCoverage(viewer, here?.unitId ?? unitId ?? '', moved);
  if (!coverage) return null;
  const deeds = {
    activate: changeStatus,
    tie: tiePair,
    communeId: coverage.commune.id,
    back: '',
    ...(fromUnit && { fromUnit }),
  };
  return <CoverageNotice coverage={coverage} deeds={deeds} />;
}
