import { useTranslations } from 'next-intl';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import type { ArticleDraft } from '@/domain/articles/draft';
import { editionNamings, isOut, type SubjectPerson } from '@/domain/articles/subject-person/subject-person';
import type { PersonRow } from '@/domain/people/person';

type Story = Pick<ArticleDraft, 'id' | 'version' | 'editionState' | 'publicIn' | 'scheduled'>;

type FindProps = {
  article: Story;
  subject: SubjectPerson;
  /** what was sought, whom it may mean, and which of them agree */
  sought: { q: string | undefined; people: readonly PersonRow[]; more: boolean; agreeing: readonly string[] };
  here: string;
  choose: FormAction;
};

/** A woman within reach, found by name or phone, then chosen. */
export function FindSubjectPerson({ article, subject, sought, here, choose }: FindProps) {
  const t = useTranslations('articles.subjectPerson');
  const { q, people, more, agreeing } = sought;
  return (
    <section className="mt-8 max-w-xl">
      <h2 className="mb-3">{t(subject.of ? 'chooseOther' : 'choose')}</h2>
      <FilterBar action={here} label={t('search')}>
        <FilterText name="q" label={t('search')} value={q} placeholder={t('searchHint')} />
      </FilterBar>
      {q && people.length === 0 && (
        <p role="status" className="mt-4 font-semibold">
          {t('nothingFound')}
        </p>
      )}
      {people.length > 0 && (
        <Form action={choose} concept="articles" className="mt-6">
          <HiddenField name="articleId" value={article.id} />
          <HiddenField name="version" value={subject.version} />
          <RadioGroup
            name="personId"
            label={t('whom')}
            {...(more ? { hint: t('more') } : {})}
            options={people.map((person) => ({
              value: person.id,
              label: wordsOf(t, person),
              hint: [person.phone, t(agreeing.includes(person.id) ? 'agrees' : 'notAgreed')]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
          {isOut(article) && <p className="mb-3">{t('chooseOut')}</p>}
          <SubmitButton>{t('chooseNow')}</SubmitButton>
        </Form>
      )}
    </section>
  );
}

type Words = ReturnType<typeof useTranslations<'articles.subjectPerson'>>;

function wordsOf(t: Words, { name, birthYear, unitName, communeName }: PersonRow) {
  const unit = [unitName, communeName !== unitName && communeName].filter(Boolean).join(', ');
  return birthYear ? t('person', { name, year: String(birthYear), unit }) : t('personNoYear', { name, unit });
}

type EditionProps = { article: Story; subject: SubjectPerson; action: FormAction };

/** Whether the text being written says who she is. What was approved keeps what was said of it. */
export function NamingForm({ article, subject, action }: EditionProps) {
  const t = useTranslations('articles.subjectPerson.naming');
  if (article.editionState === 'approved') return <p className="mt-6 max-w-xl text-ink-2">{t('approved')}</p>;
  return (
    <Form action={action} concept="articles" className="mt-8 max-w-xl border-rule border-t pt-4">
      <HiddenField name="articleId" value={article.id} />
      <HiddenField name="version" value={article.version} />
      <RadioGroup
        name="naming"
        label={t('label')}
        options={editionNamings.map((value) => ({ value, label: t(value), hint: t(`hint.${value}`) }))}
        defaultValue={subject.names ? 'named' : 'unnamed'}
      />
      <SubmitButton variant="secondary">{t('send')}</SubmitButton>
    </Form>
  );
}

/** For whoever chose the wrong woman; not folded away, so that what is refused is read without a script too. */
export function RemoveSubjectPerson({ article, subject, action }: EditionProps) {
  const t = useTranslations('articles.subjectPerson');
  return (
    <Form action={action} concept="articles" className="mt-8 max-w-xl border-rule border-t pt-4">
      <HiddenField name="articleId" value={article.id} />
      <HiddenField name="version" value={subject.version} />
      <p className="mb-3 text-ink-2">{t('removeLead')}</p>
      <SubmitButton variant="danger" compact>
        {t('remove')}
      </SubmitButton>
    </Form>
  );
}
