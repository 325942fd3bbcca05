import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { listModels } from '@/domain/digital-models/queries';

/** Digital Families of a unit that a pair can be tied to: all that have not ended. */
export async function familiesOf(viewer: Viewer, unitId: string): Promise<{ id: string; name: string }[]> {
  const { models } = await listModels(viewer, { kind: 'digital_family', unitId });
  return models.filter(({ status }) => status !== 'ended').map(({ id, name }) => ({ id, name }));
}
