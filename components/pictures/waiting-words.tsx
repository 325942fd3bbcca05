import { useLocale, useTranslations } from 'next-intl';
import { NameAnswers } from '@/components/newsroom/name-answers';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Folds } from '@/components/ui/panels/fold';
import { Panel } from '@/components/ui/panels/panel';
import { StrayAnswer } from '@/components/ui/panels/stray-answer';
import type { NameAsked } from '@/domain/newsroom/namings/naming';
import type { LibraryRecord } from '@/domain/pictures/library';
import type { WaitingWords as Waiting } from '@/domain/pictures/words';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type WaitingProps = {
  picture: LibraryRecord;
  waiting: Waiting;
  /** in them, to be answered for by who approves them */
  names: readonly NameAsked[];
  approve: FormAction;
  giveBack: FormAction;
};

/** New words of a picture in approved texts beside those that stand there, and what somebody who did not write them may do. */
export function WaitingWords({ picture, waiting, names, approve, giveBack }: WaitingProps) {
  const t = useTranslations('pictures.waiting');
  const locale = useLocale() as Locale;
  const { by, at, hers, returnedBy, remark, mayDecide, changes } = waiting;
  const whose = hers ? 'forAnother' : mayDecide ? 'forYou' : 'forWhoPublishes';
  return (
    <Panel title={t(returnedBy ? 'returned' : 'title')} id="waiting">
      <p>{t('by', { by: by.join(', '), at: formatInstant(locale, at) })}</p>
      <p className="mt-1">{returnedBy ? t('returnedBy', { by: returnedBy }) : t(whose)}</p>
      {remark && <blockquote className="mt-2 whitespace-pre-wrap border-lotus border-l-4 pl-4">{remark}</blockquote>}
      <ul className="mt-3 grid gap-3">
        {changes.map((change) => (
          <Change key={change.field} change={change} />
        ))}
      </ul>
      {mayDecide && (
        <div className="mt-4">
          <Form action={approve} concept="newsroom">
            <Read picture={picture} />
            <NameAnswers names={names} />
            <SubmitButton compact>{t('approve')}</SubmitButton>
          </Form>
          <Folds>
            <Form
              action={giveBack}
              concept="newsroom"
              address={givenBackAt(picture.id)}
              keeps="return-words"
              fold={{ summary: t('giveBack') }}
            >
              <Read picture={picture} />
              <TextArea name="remark" label={t('remark')} hint={t('remarkHint')} rows={3} maxLength={2_000} />
              <SubmitButton compact variant="secondary">
                {t('giveBackNow')}
              </SubmitButton>
            </Form>
          </Folds>
        </div>
      )}
    </Panel>
  );
}

/** Where it is given back, for an answer without a script. */
const givenBackAt = (pictureId: string) => `/admin/pictures/${pictureId}`;

/** Somebody else decided while she typed why: what she typed is told with the refusal. */
export const GivenBackMeanwhile = ({ pictureId, giveBack }: { pictureId: string; giveBack: FormAction }) => (
  <StrayAnswer action={giveBack} concept="newsroom" address={givenBackAt(pictureId)} words={['remark']} />
);

function Read({ picture: { id, version } }: { picture: LibraryRecord }) {
  return (
    <>
      <HiddenField name="pictureId" value={id} />
      <HiddenField name="version" value={version} />
    </>
  );
}

function Change({ change: { field, shown, waiting } }: { change: Waiting['changes'][number] }) {
  const t = useTranslations('pictures');
  const lang = field.endsWith('En') ? 'en' : 'vi';
  const said = (words: string) => (words ? <span lang={lang}>{words}</span> : <em>{t('waiting.nothing')}</em>);
  return (
    <li className="border-rule border-t pt-2">
      <h3>{t(`words.${field}`)}</h3>
      <p className="break-words text-ink-2">
        {t('waiting.now')} {said(shown)}
      </p>
      <p className="break-words">
        <strong>{t('waiting.then')}</strong> {said(waiting)}
      </p>
    </li>
  );
}
