import { changeRule } from '@/domain/second-pairs/rule-commands';
import { findSeconds } from '@/domain/second-pairs/seconds-queries';
import { type Attempts, done } from '../attempt';

export function secondPairsAttempts(): Attempts<'second-pairs'> {
  return {
    'second-pairs.see': async (viewer) => (await findSeconds(viewer)) !== null,
    // as strict as it was: one changes it alone
    'second-pairs.rule': async (viewer) =>
      done(await changeRule(viewer, { action: 'changeKeys', fromCount: 1, reason: 'như cũ' })),
  };
}
