import type { useTranslations } from 'next-intl';
import type { Option } from '@/components/ui/forms/plain-fields';
import type { UnitChoice } from '@/domain/units/choice/choice';

/** A single unit, or none, is not asked for. */
export const isToBeAsked = ({ few }: UnitQuestion) => !few || few.length > 1;

type Words = ReturnType<typeof useTranslations<'units'>>;

/** A question for a unit, as it is drawn. */
export type UnitQuestion = {
  /** which units it is about, as forms and addresses carry it (`scopeText`) */
  scope: string;
  /** all of them, where they are few */
  few?: readonly Option[] | undefined;
  chosen?: Option | undefined;
  /** words that were sent and may mean several units, or none */
  offered?: OfferedUnits | undefined;
};
export type OfferedUnits = { words: string; options: readonly Option[] };

/** "Tổ 1" need not be called a group in Vietnamese; "Xóm Đình" has to be. */
const saysItself = (name: string, level: string) => name.toLocaleLowerCase().startsWith(level.toLocaleLowerCase());

/** "Tổ 1 · Chi hội Khu phố 3 · phường Trảng Dài": what tells a unit apart; inside one commune its name goes without saying. Of two that are alike it says where each came from. */
export function unitOption(t: Words, unit: UnitChoice, inCommune = false): Option {
  const kindOf = (kind: UnitChoice['kind']) => (kind ? t(`kinds.${kind}`) : '');
  const above = [
    unit.subAssociation,
    !inCommune && unit.commune && t('choice.communeAbove', { kind: kindOf(unit.communeKind), name: unit.commune }),
  ];
  const level = t(`levels.${unit.level}`);
  const own = unit.level === 'commune' || unit.level === 'province';
  const hints = [
    own ? unit.code && t('choice.code', { code: unit.code }) : !saysItself(unit.name, level) && level,
    unit.former && t('choice.former', { name: unit.former }),
  ];
  const hint = hints.filter(Boolean).join(' · ');
  return {
    value: unit.id,
    label: own
      ? t('choice.commune', { name: unit.name, kind: kindOf(unit.kind) })
      : [unit.name, ...above, unit.origin && t('choice.origin', { name: unit.origin })].filter(Boolean).join(' · '),
    ...(hint ? { hint } : {}),
  };
}
