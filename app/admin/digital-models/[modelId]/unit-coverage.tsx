import type { ModelRecord } from '@/domain/digital-models/model-record';
import { Moved } from '../../coverage/moved';

const moving = new Set(['founded', 'changed']);

/** After a Digital Family was founded, activated or paused: what its unit and commune stand at now. */
type Props = { model: ModelRecord; done: string; word: string | string[] | undefined };

export function UnitCoverage({ model, done, word }: Props) {
  if (model.kind !== 'digital_family' || !model.host || !moving.has(done)) return null;
  return <Moved unitId={model.host.unitId} recordId={model.id} word={word} />;
}
