import type { useTranslations } from 'next-intl';
import type { NamedUnit } from '@/domain/articles/subject-unit/subject-unit';
import { bareName } from '@/domain/units/bare-name';

type Units = ReturnType<typeof useTranslations<'units'>>;
type Kinds = ReturnType<typeof useTranslations<'coverage.kindName'>>;

/** Names are Vietnamese, in English words too. */
const SAYS_ITSELF = ['Chi hội', 'Tổ'];

/** A unit by what it is and is called: "Phường Trảng Dài", "Chi hội Khu phố 5"; "Tổ 1" says itself what it is. */
export const namedUnitOf =
  (units: Units, kinds: Kinds) =>
  ({ level, name, kind }: NamedUnit): string => {
    if (level === 'commune') return kind ? kinds(kind, { name: bareName(name) }) : name;
    const word = units(`levels.${level}`);
    return [word, ...SAYS_ITSELF].some((each) => name.toLowerCase().startsWith(`${each.toLowerCase()} `))
      ? name
      : `${word} ${name}`;
  };
