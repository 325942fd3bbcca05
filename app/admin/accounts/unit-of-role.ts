import 'server-only';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { Viewer } from '@/domain/access/viewer';
import { askForUnit } from '../units/question';

const levels = ['province', 'commune', 'sub_association'] as const;

/** The unit of a role: the city, a commune or a sub-association. */
export const askForUnitOfRole = async (
  viewer: Viewer,
  permission: 'accounts.invite' | 'accounts.grant',
): Promise<UnitQuestion> => (await askForUnit(viewer, { permission, levels }, undefined)).question;
