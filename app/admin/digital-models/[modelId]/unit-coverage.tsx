import { CoverageNotice } from '@/components/coverage/coverage-notice';
import { findUnitCoverage } from '@/domain/coverage/unit-coverage-queries';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { requireViewer } from '@/server/sign-in/session';

const moving = new Set(['founded', 'changed']);

/** After a Digital Family was founded, activated or paused: what its unit and commune stand at now. */
export async function UnitCoverage({ model, done }: { model: ModelRecord; done: string }) {
  if (model.kind !== 'digital_family' || !model.host || !moving.has(done)) return null;
  const coverage = await findUnitCoverage(await requireViewer(), model.host.unitId);
  return coverage && <CoverageNotice coverage={coverage} />;
}
