import { useLocale, useTranslations } from 'next-intl';
import type { FormAction } from '@/components/ui/forms/form-state';
import type { Day } from '@/domain/days/day';
import type { SeenSkill } from '@/domain/people/skills/skill';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { EditSkillForm } from './skill-form';

type SeenSkillsProps = { action: FormAction; personId: string; skills: readonly SeenSkill[]; today: Day };

/** Skills that officials wrote down of a woman, each to be corrected. */
export function SeenSkills({ action, personId, skills, today }: SeenSkillsProps) {
  const t = useTranslations('people');
  const locale = useLocale() as Locale;
  return (
    <ul>
      {skills.map((skill) => {
        const name = locale === 'vi' ? skill.nameVi : skill.nameEn;
        const { level, on, recordedBy } = skill;
        const seen = { level: t(`level.${level}`), day: formatDay(locale, on) };
        return (
          <li key={skill.skillId} className="border-rule border-t py-2.5">
            <strong className="block">{name}</strong>
            <span className="text-ink-2 text-sm">
              {recordedBy ? t('skills.seenBy', { ...seen, name: recordedBy }) : t('skills.seenOn', seen)}
            </span>
            <EditSkillForm action={action} personId={personId} skill={skill} today={today} name={name} />
          </li>
        );
      })}
    </ul>
  );
}
