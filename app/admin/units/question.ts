import 'server-only';
import { getTranslations } from 'next-intl/server';
import { unitMeant } from '@/app/forms/units-meant';
import { type UnitQuestion, unitOption } from '@/components/units/choice/unit-option';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { scopeText, type UnitChoice, type UnitScope } from '@/domain/units/choice/choice';
import { findFewUnits, findUnitChoices } from '@/domain/units/choice/choice-queries';

export type UnitAsked = {
  question: UnitQuestion;
  /** the unit that answers it already: the one that is said, or the only one there is */
  unit: UnitChoice | null;
  /** the one that is said alone, to narrow a list by; one that she may not see finds nothing there */
  id: string | undefined;
};

/** The last of several values: a tapped unit stands below the words, and counts before them. */
export const lastOf = (said: string | string[] | undefined) => [said ?? ''].flat().at(-1)?.trim() || undefined;

type Preselects = (first: UnitChoice) => boolean;

/** The unit that answers by itself: the only one there is, or the first in the order of the tree where the page says so. */
async function preselected(viewer: Viewer, scope: UnitScope, few: UnitChoice[] | null, preselects?: Preselects) {
  const [only, ...others] = few ?? [];
  if (only && others.length === 0) return only;
  if (!preselects) return null;
  const first = only ?? (await findUnitChoices(viewer, scope, { most: 1 })).choices[0];
  return first && preselects(first) ? first : null;
}

/**
 * The question of a page for a unit: all units where they are few, and the one of its address, by id or in words. A
 * lone unit answers by itself, or the first where the page says so.
 */
export async function askForUnit(
  viewer: Viewer,
  scope: UnitScope,
  said: string | string[] | undefined,
  preselects?: Preselects,
): Promise<UnitAsked> {
  const sent = lastOf(said);
  const [t, few, meant] = await Promise.all([
    getTranslations('units'),
    findFewUnits(viewer, scope),
    sent ? unitMeant(viewer, scope, sent) : null,
  ]);
  const asOption = (unit: UnitChoice) => unitOption(t, unit, Boolean(scope.within));
  const unit = meant ? meant.unit : await preselected(viewer, scope, few, preselects);
  return {
    unit,
    id: meant?.unit?.id ?? (sent && isId(sent) ? sent : undefined),
    question: {
      scope: scopeText(scope),
      few: few?.map(asOption),
      chosen: unit ? asOption(unit) : undefined,
      offered: unit ? undefined : meant?.offered,
    },
  };
}
