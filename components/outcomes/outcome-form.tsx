import { useLocale, useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { countLevels, keyOf, type OutcomePerson, type OutcomeSkill, type Outcomes } from '@/domain/outcomes/outcome';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { DrawnField, LevelChoice } from './level-choice';

type OutcomeFormProps = { sessionId: string; outcomes: Outcomes; action: FormAction };

/** The whole table on one screen, a column of women for each skill: all alone with one button, then the exceptions. */
export function OutcomeForm({ sessionId, outcomes, action }: OutcomeFormProps) {
  const t = useTranslations('outcomes.table');
  return (
    <Words of={['outcomes.short']}>
      <Form action={action} concept="outcomes">
        {/* Enter saves; without this the first button of the table would fill a column */}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true">
          {t('save')}
        </button>
        <HiddenField name="sessionId" value={sessionId} />
        <DrawnField value={outcomes.drawn} />
        {outcomes.skills.map((skill) => (
          <SkillColumn key={skill.id} skill={skill} people={outcomes.people} />
        ))}
        <div className="sticky bottom-0 border-rule border-t bg-desk py-3">
          <SubmitButton icon="check" className="max-sm:w-full">
            {t('save')}
          </SubmitButton>
        </div>
      </Form>
    </Words>
  );
}

function SkillColumn({ skill, people }: { skill: OutcomeSkill; people: readonly OutcomePerson[] }) {
  const t = useTranslations('outcomes.table');
  const locale = useLocale() as Locale;
  const name = locale === 'vi' ? skill.nameVi : skill.nameEn;
  const { open, ...counts } = countLevels(people, skill.id);
  return (
    <section className="mb-8">
      <h2>{name}</h2>
      <Counts {...counts} open={open} />
      {open > 0 && (
        <p className="mt-2 mb-1 flex flex-wrap gap-2">
          <SubmitButton name="fill" value={`${skill.id}.alone`} variant="secondary" compact>
            {t('fill')}
          </SubmitButton>
          <SubmitButton name="fill" value={`${skill.id}.with_help`} variant="secondary" compact>
            {t('fillHelp')}
          </SubmitButton>
        </p>
      )}
      {people.map((person) => (
        <LevelChoice
          key={person.enrolmentId}
          name={`level[${keyOf(person.enrolmentId, skill.id)}]`}
          who={person.birthYear ? t('person', { name: person.name, year: String(person.birthYear) }) : person.name}
          about={name}
          level={person.levels[skill.id] ?? ''}
          note={person.late ? t('late') : undefined}
        />
      ))}
    </section>
  );
}

function Counts(counts: ReturnType<typeof countLevels>) {
  const t = useTranslations('outcomes.table');
  const locale = useLocale() as Locale;
  const words = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, formatNumber(locale, count)]));
  return <p className="text-ink-2">{t('counts', words)}</p>;
}
