import { useTranslations } from 'next-intl';
import { Words } from '@/components/layout/words';
import { ButtonLink } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { UnitField } from '@/components/units/choice/unit-field';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import { type ArticleKind, articleKinds } from '@/domain/articles/article';
import type { ArticleDraft } from '@/domain/articles/draft';
import { fieldsOf } from '@/domain/articles/drafting/draft-fields';
import type { ChangedSource, TwoTexts } from '@/domain/articles/translations/two-texts';
import type { Locale } from '@/i18n/locales';
import { Difference } from '../translations/difference';
import { EnglishAside, FollowingField } from '../translations/english-aside';
import { WritingFrame } from '../writing/writing-frame';
import { type AboutChoices, AboutFields } from './about-fields';
import type { SubjectChoices } from './subject-fields';
import { TextFields } from './text-fields';

const nothing = fieldsOf({
  texts: [],
  communeIds: [],
  wholeCity: false,
  topics: [],
  scene: null,
  subjectModelId: null,
  subjectUnitId: null,
  source: null,
});

type NewProps = AboutChoices & {
  action: FormAction;
  kind: ArticleKind;
  /** for whom she writes */
  unit: UnitQuestion;
  /** her own commune, where she has only one */
  communeIds: readonly string[];
  /** who writes */
  accountId: string;
};

/** Begins an article: of what kind, for whom, then the two texts, then where and about what. */
export function NewArticleForm({ action, kind, unit, communeIds, accountId, ...choices }: NewProps) {
  const t = useTranslations('articles');
  const kinds = articleKinds.map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <Form action={action} concept="articles" guarded>
      <Words of={['articles.kept']}>
        <WritingFrame of="new" accountId={accountId} ways={<Ways leave="/admin/articles" save={t('form.save')} />}>
          <div className="grid gap-x-8 lg:max-w-3xl lg:grid-cols-2">
            <RadioGroup name="kind" label={t('form.kind')} options={kinds} defaultValue={kind} />
            <UnitField name="unitId" label={t('form.unit')} question={unit} />
          </div>
          <TextFields values={nothing} bodies={{}} story="perhaps" />
          <AboutFields {...choices} communeIds={communeIds} topics={[]} sourceName="" sourceUrl="" />
        </WritingFrame>
      </Words>
    </Form>
  );
}

type EditProps = AboutChoices & {
  action: FormAction;
  article: ArticleDraft;
  accountId: string;
  texts: TwoTexts;
  changed: ChangedSource | null;
  /** the models and units it can tell of; null of what is no story */
  story: SubjectChoices | null;
  /** the language that is in sight first on a phone */
  first: Locale;
};

/** Goes on writing. What somebody else saved meanwhile stands beside what she typed. */
export function EditArticleForm({ action, article, accountId, texts, changed, story, first, ...choices }: EditProps) {
  const t = useTranslations('articles.form');
  const values = fieldsOf(article);
  const bodies = Object.fromEntries(article.texts.map(({ locale, body }) => [locale, body]));
  const ways = (
    <Ways leave={`/admin/articles/${article.id}`} save={t(article.state === 'draft' ? 'save' : 'saveEdit')} />
  );
  const shows = article.state === 'published' || article.state === 'changed';
  return (
    <Form action={action} concept="articles" guarded className="[&_.field-newer]:whitespace-pre-wrap">
      <HiddenField name="articleId" value={article.id} />
      <HiddenField name="version" value={article.version} />
      <Words of={['articles.kept']}>
        <WritingFrame of={article.id} accountId={accountId} ways={ways}>
          <TextFields
            values={values}
            bodies={bodies}
            first={first}
            story={article.kind === 'story'}
            beside={
              <>
                {changed && <Difference {...changed} />}
                <FollowingField behind={texts.behind} />
                <EnglishAside texts={texts} />
              </>
            }
          />
          {article.placeable ? (
            <AboutFields
              {...choices}
              communeIds={article.communeIds}
              wholeCity={article.wholeCity}
              topics={article.topics}
              scene={{ chosen: values.scene, else: article.kind === 'guide' ? 'phone' : 'portal' }}
              sourceName={values.sourceName}
              sourceUrl={values.sourceUrl}
              subjects={story && { ...story, modelId: values.subjectModelId, unitId: values.subjectUnitId }}
              note={shows ? t('aboutPublic') : undefined}
            />
          ) : (
            <p className="mt-8">{t('aboutFixed')}</p>
          )}
        </WritingFrame>
      </Words>
    </Form>
  );
}

function Ways({ leave, save }: { leave: string; save: string }) {
  const t = useTranslations('articles.form');
  return (
    <div className="flex flex-wrap gap-3">
      <SubmitButton>{save}</SubmitButton>
      <ButtonLink as={Link} href={leave} variant="text">
        {t('leave')}
      </ButtonLink>
    </div>
  );
}
