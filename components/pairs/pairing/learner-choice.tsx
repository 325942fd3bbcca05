import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import type { Member } from '@/domain/people/person';
import { keepTogether } from '@/i18n/compounds';

export function useWomanWords() {
  const t = useTranslations('pairs.new');
  return ({ name, birthYear, unitName: unit }: Pick<Member, 'name' | 'birthYear' | 'unitName'>) =>
    keepTogether(birthYear ? t('person', { name, year: String(birthYear), unit }) : t('personNoYear', { name, unit }));
}

/** Members to choose the learner from: one tap each. */
export function LearnerChoice({ members, hrefOf }: { members: readonly Member[]; hrefOf: (id: string) => string }) {
  const words = useWomanWords();
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {members.map((member) => (
        <li key={member.id}>
          <Link href={hrefOf(member.id)} className="choice tile justify-between text-ink no-underline">
            {words(member)}
            <Icon name="chevron-right" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
