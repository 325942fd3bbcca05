import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { askForUnit } from '../units/question';

/** The place that a list of pairs is narrowed to: a commune or a sub-association. */
export const askForPlace = (viewer: Viewer, said: string | string[] | undefined, first?: () => boolean) =>
  askForUnit(viewer, { permission: 'pairs.see', levels: ['commune', 'sub_association'] }, said, first);
