import { CoverageNotice } from '@/components/coverage/coverage-notice';
import type { Bringing } from '@/domain/coverage/unit-coverage';
import { findUnitCoverage } from '@/domain/coverage/unit-coverage-queries';
import { requireViewer } from '@/server/sign-in/session';
import { changeStatus, tiePair } from './actions';

/** After a record of a unit: what it moved there and in the commune, and the next gap, mended from here by one tap where one is enough. */
export async function Moved({
  unitId,
  by,
  fromUnit,
}: {
  unitId: string;
  by?: Bringing | undefined;
  fromUnit?: string;
}) {
  const coverage = await findUnitCoverage(await requireViewer(), unitId, by);
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
