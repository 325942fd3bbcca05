import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { askForUnit, type UnitAsked } from '../units/question';

const levels = ['province', 'commune', 'sub_association'] as const;

/** The unit of a role: the city, a commune or a sub-association; the one that the address says is chosen already. */
export const askForUnitOfRole = (
  viewer: Viewer,
  permission: 'accounts.invite' | 'accounts.grant',
  said?: string | string[],
): Promise<UnitAsked> => askForUnit(viewer, { permission, levels }, said);
