import { useTranslations } from 'next-intl';
import { TimeField } from '@/components/ui/days/time-field';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { DateField, HiddenField, TextField } from '@/components/ui/forms/form';
import { Folds } from '@/components/ui/panels/fold';
import { FormFold } from '@/components/ui/panels/form-fold';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { NameAsked } from '@/domain/newsroom/namings/naming';
import { endKept, publishableIn, type Standing } from '@/domain/newsroom/standing';
import type { Locale } from '@/i18n/locales';
import { NameAnswers } from './name-answers';

export type Worked = { article: ArticleDraft; standing: Standing };

/** Which text she has read: nobody decides on what was changed behind her back. */
export const ReadText = ({ article }: Pick<Worked, 'article'>) => (
  <>
    <HiddenField name="articleId" value={article.id} />
    <HiddenField name="version" value={article.version} read />
  </>
);

type PublishProps = Worked & {
  /** names in it that nobody has answered for */
  names: readonly NameAsked[];
  /** there is no hour to choose */
  atOnce?: boolean;
  /** no language need be chosen: it may be approved alone */
  orLater?: boolean;
};

/** In which languages, at which hour, until when, and what a correction tells its readers. */
export function PublishFields({ article, standing, names, atOnce = false, orLater = false }: PublishProps) {
  const t = useTranslations('newsroom');
  const open = publishableIn(standing);
  const end = endKept(standing, open);
  const isEndAsked = article.kind === 'alert' || end !== null;
  const corrected = standing.languages.filter(({ locale, shown }) => shown && open.includes(locale));
  return (
    <>
      <ReadText article={article} />
      <NotForFront article={article} />
      {article.behind && <EnglishBehind />}
      <NameAnswers names={names} />
      <CheckboxGroup
        name="locales[]"
        label={t('publish.locales')}
        options={open.map((locale) => ({ value: locale, label: t(`languages.${locale}`) }))}
        defaultValues={open}
        optional={orLater}
      />
      {corrected.map(({ locale }) => (
        <ChangeNote key={locale} locale={locale} />
      ))}
      {isEndAsked && <End kept={end} optional={article.kind !== 'alert'} />}
      {!(atOnce && isEndAsked) && (
        <Folds>
          {!atOnce && (
            <FormFold summary={t('publish.schedule')} fields={['day', 'time']}>
              <div className="grid gap-x-4 sm:grid-cols-2 2xl:grid-cols-1">
                <DateField name="day" label={t('publish.day')} optional />
                <TimeField name="time" label={t('publish.time')} hint={t('publish.timeHint')} optional />
              </div>
            </FormFold>
          )}
          {!isEndAsked && (
            <FormFold summary={t('publish.end')} fields={['endDay', 'endTime']}>
              <End kept={null} optional />
            </FormFold>
          )}
        </Folds>
      )}
    </>
  );
}

/** Until when readers see it; of a correction as long as what it corrects, unless she says otherwise. */
function End({ kept, optional }: { kept: ReturnType<typeof endKept>; optional: boolean }) {
  const t = useTranslations('newsroom.publish');
  return (
    <div className="grid gap-x-4 sm:grid-cols-2 2xl:grid-cols-1">
      <DateField
        name="endDay"
        label={t('endDay')}
        hint={t(optional ? 'endHint' : 'endAlert')}
        defaultValue={kept?.day ?? ''}
        optional={optional}
      />
      <TimeField name="endTime" label={t('endTime')} defaultValue={kept?.time ?? ''} optional />
    </div>
  );
}

/** Where a commune's piece is going to stand, said before she lets it out. */
function NotForFront({ article }: Pick<Worked, 'article'>) {
  const t = useTranslations('newsroom.publish');
  return article.forFront || article.kind === 'alert' ? null : <p className="mb-3">{t('notForFront')}</p>;
}

/** A warning, no refusal: readers of English are told too. */
function EnglishBehind() {
  const t = useTranslations('translations.publish');
  return (
    <p className="mb-3 border-lotus border-l-4 pl-3">
      <strong>{t('behind')}</strong> {t('hint')}
    </p>
  );
}

function ChangeNote({ locale }: { locale: Locale }) {
  const t = useTranslations('newsroom.publish');
  return (
    <TextField
      name={locale === 'vi' ? 'noteVi' : 'noteEn'}
      label={t(`note.${locale}`)}
      hint={t('noteHint')}
      maxLength={300}
      optional
    />
  );
}
