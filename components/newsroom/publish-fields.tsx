import { useTranslations } from 'next-intl';
import { TimeField } from '@/components/ui/days/time-field';
import { CheckboxGroup } from '@/components/ui/forms/choice-fields';
import { DateField, HiddenField, TextField } from '@/components/ui/forms/form';
import { Fold, Folds } from '@/components/ui/panels/fold';
import type { ArticleDraft } from '@/domain/articles/draft';
import { publishableIn, type Standing } from '@/domain/newsroom/standing';
import type { Locale } from '@/i18n/locales';

export type Worked = { article: ArticleDraft; standing: Standing };

/** Which text she has read: nobody decides on what was changed behind her back. */
export const ReadText = ({ article }: Pick<Worked, 'article'>) => (
  <>
    <HiddenField name="articleId" value={article.id} />
    <HiddenField name="version" value={article.version} />
  </>
);

type PublishProps = Worked & {
  /** there is no hour to choose */
  atOnce?: boolean;
  /** no language need be chosen: it may be approved alone */
  orLater?: boolean;
};

/** In which languages, at which hour, until when, and what a correction tells its readers. */
export function PublishFields({ article, standing, atOnce = false, orLater = false }: PublishProps) {
  const t = useTranslations('newsroom');
  const open = publishableIn(standing);
  const corrected = standing.languages.filter(({ locale, shown }) => shown && open.includes(locale));
  return (
    <>
      <ReadText article={article} />
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
      {!atOnce && (
        <Folds>
          <Fold summary={t('publish.schedule')}>
            <div className="grid gap-x-4 sm:grid-cols-2 2xl:grid-cols-1">
              <DateField name="day" label={t('publish.day')} optional />
              <TimeField name="time" label={t('publish.time')} hint={t('publish.timeHint')} optional />
            </div>
          </Fold>
          <Fold summary={t('publish.end')}>
            <div className="grid gap-x-4 sm:grid-cols-2 2xl:grid-cols-1">
              <DateField name="endDay" label={t('publish.endDay')} hint={t('publish.endHint')} optional />
              <TimeField name="endTime" label={t('publish.endTime')} optional />
            </div>
          </Fold>
        </Folds>
      )}
    </>
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
