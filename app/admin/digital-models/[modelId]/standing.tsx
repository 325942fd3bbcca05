import { StandingNotice } from '@/components/coverage/standing-notice';
import { findStanding } from '@/domain/coverage/standing-queries';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { requireViewer } from '@/server/sign-in/session';

const moving = new Set(['founded', 'changed']);

/** After a Digital Family was founded, activated or paused: what its unit and commune stand at now. */
export async function Standing({ model, done }: { model: ModelRecord; done: string }) {
  if (model.kind !== 'digital_family' || !model.host || !moving.has(done)) return null;
  const standing = await findStanding(await requireViewer(), model.host.unitId);
  return standing && <StandingNotice standing={standing} />;
}
