import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { UnitTold } from '@/components/ui/forms/form-state';
import { unitOption } from '@/components/units/choice/unit-option';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { searchKey } from '@/domain/texts/clean-text';
import { scopeOf, type UnitChoice, type UnitScope } from '@/domain/units/choice/choice';
import { findUnitChoice, findUnitChoices } from '@/domain/units/choice/choice-queries';
import type { Fields as FormFields } from './form-fields';

/** No form asks for more units than this. */
const FIELDS_MAX = 3;
const SCOPE = ':scope';

export type Meant = UnitTold & { unit: UnitChoice | null };

/**
 * The unit that was sent: by its id, or by words that only one of the scope bears, as a label says it or as just its name.
 * Else what the words may mean.
 */
export async function unitMeant(viewer: Viewer, scope: UnitScope, sent: string): Promise<Meant> {
  const t = await getTranslations('units');
  const asOption = (unit: UnitChoice) => unitOption(t, unit, Boolean(scope.within));
  if (isId(sent)) {
    const unit = await findUnitChoice(viewer, scope, sent);
    return unit ? { unit, chosen: asOption(unit) } : { unit: null };
  }
  const { choices, more } = await findUnitChoices(viewer, scope, { q: sent });
  const key = searchKey(sent);
  const fits = [
    choices.filter((unit) => searchKey(asOption(unit).label) === key),
    choices.filter(({ exact }) => exact),
    more ? [] : choices,
  ];
  const [unit, ...others] = fits.find((some) => some.length > 0) ?? [];
  if (unit && others.length === 0) return { unit, chosen: asOption(unit) };
  return { unit: null, offered: { words: sent, options: choices.map(asOption) } };
}

type Sent = FormFields;
type Fields = {
  /** what was sent, with the unit in place of the words that mean it */
  sent: Sent;
  told: Record<string, UnitTold>;
  /** errors of fields whose words mean several units, or none */
  unclear: Record<string, string[]>;
};

/** Reads the fields of a form that ask for a unit, which a scope stands beside. */
export async function unitsMeant(viewer: Viewer, sent: Sent): Promise<Fields> {
  const names = Object.keys(sent).flatMap((key) => (key.endsWith(SCOPE) ? [key.slice(0, -SCOPE.length)] : []));
  const read: Fields = { sent: { ...sent }, told: {}, unclear: {} };
  for (const name of names) delete read.sent[name + SCOPE];
  await Promise.all(names.slice(0, FIELDS_MAX).map((name) => readOne(viewer, sent, name, read)));
  return read;
}

async function readOne(viewer: Viewer, sent: Sent, name: string, read: Fields): Promise<void> {
  const [scope, value] = [scopeOf(String(sent[name + SCOPE])), sent[name]];
  const words = typeof value === 'string' ? value.trim() : '';
  if (!scope || words === '' || isId(words)) return;
  const { unit, ...told } = await unitMeant(viewer, scope, words);
  read.told[name] = told;
  if (unit) read.sent[name] = unit.id;
  else read.unclear[name] = [told.offered?.options.length ? 'which-unit' : 'no-such-unit'];
}

/** The words of those fields, while the database is away and nobody can tell what they mean. */
export function unitsTyped(sent: Sent): Record<string, UnitTold> {
  const names = Object.keys(sent).flatMap((key) => (key.endsWith(SCOPE) ? [key.slice(0, -SCOPE.length)] : []));
  const typed = names.slice(0, FIELDS_MAX).flatMap((name) => {
    const words = sent[name];
    return typeof words === 'string' && !isId(words) ? [[name, { typed: words }] as const] : [];
  });
  return Object.fromEntries(typed);
}

/** The same units in words, for a form that is shown again: those that stand in its fields, and in newer versions of them. */
export async function unitsInWords(
  viewer: Viewer,
  sent: Sent,
  told: Record<string, UnitTold>,
  newer: Record<string, string> = {},
): Promise<Record<string, UnitTold>> {
  const entries = Object.entries(sent).flatMap(([key, text]) => {
    const [scope, name] = [key.endsWith(SCOPE) && scopeOf(String(text)), key.slice(0, -SCOPE.length)];
    return scope ? [{ scope, name }] : [];
  });
  const shown = entries.slice(0, FIELDS_MAX).map(async ({ scope, name }) => {
    const labelOf = async (id: unknown) =>
      typeof id === 'string' && isId(id) ? (await unitMeant(viewer, scope, id)).chosen : undefined;
    const [chosen, now] = await Promise.all([told[name] ? undefined : labelOf(sent[name]), labelOf(newer[name])]);
    return [name, { ...(chosen && { chosen }), ...told[name], ...(now && { newer: now.label }) }] as const;
  });
  return Object.fromEntries(await Promise.all(shown));
}
