import { useTranslations } from 'next-intl';
import { articleHref } from '@/components/articles/article-href';
import { CheckboxGroup, RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { WrittenName } from '@/domain/articles/written-names/written-names';
import { plannedIn, shownIn } from '@/domain/newsroom/standing';
import { ReadText, type Worked } from './publish-fields';
import { deedsAddress, StrayAnswers } from './stray-answers';
import { TakeNameBack } from './take-name-back';

export type QuietActions = Record<'unscheduleArticle' | 'withdrawArticle' | 'moveArticle' | 'takeNameBack', FormAction>;
type QuietProps = Worked & { actions: QuietActions; names: readonly WrittenName[] };

/** What can be done beside the next step: to take back an hour, to withdraw, to record that somebody is not to be named any more, to move to another address. */
export function QuietDeeds(props: QuietProps) {
  const { article, standing } = props;
  if (!article.publishable) return null;
  return (
    <div className="mt-3 grid gap-3">
      {plannedIn(standing).length > 0 && <Unschedule {...props} />}
      {shownIn(standing).length > 0 ? (
        <Withdraw {...props} />
      ) : (
        <StrayAnswers articleId={article.id} actions={props.actions} undrawn={['withdrawArticle']} />
      )}
      {props.names.length > 0 && (
        <TakeNameBack article={article} names={props.names} action={props.actions.takeNameBack} />
      )}
      {article.state === 'published' && article.outdated.length > 0 && <Move {...props} />}
    </div>
  );
}

/** Who opens the page to write on a text that has its hour takes that back first; or somebody does who may. */
export function UnscheduleFirst(props: Worked & { actions: Pick<QuietActions, 'unscheduleArticle'> }) {
  const t = useTranslations('newsroom.unschedule');
  const { article } = props;
  return (
    <Panel title={t('first')}>
      <p className="mb-3">{t(article.publishable ? 'firstLead' : 'firstOthers')}</p>
      {article.publishable && <Unschedule {...props} open />}
    </Panel>
  );
}

type UnscheduleProps = Worked & { actions: Pick<QuietActions, 'unscheduleArticle'>; open?: boolean };

function Unschedule({ article, standing, actions, open }: UnscheduleProps) {
  const t = useTranslations('newsroom');
  return (
    <Form
      action={actions.unscheduleArticle}
      concept="newsroom"
      {...(!open && { fold: { summary: t('unschedule.title'), part: true } })}
    >
      {!open && <p className="mb-3">{t('unschedule.lead')}</p>}
      <HiddenField name="articleId" value={article.id} />
      <Languages locales={plannedIn(standing)} label={t('unschedule.locales')} />
      <SubmitButton variant="secondary" icon="cross">
        {t('unschedule.now')}
      </SubmitButton>
    </Form>
  );
}

function Withdraw({ article, standing, actions }: QuietProps) {
  const t = useTranslations('newsroom');
  return (
    <Form
      action={actions.withdrawArticle}
      concept="newsroom"
      address={deedsAddress(article.id)}
      keeps="withdraw"
      fold={{ summary: t('withdraw.title'), part: true }}
    >
      <p className="mb-3">{t('withdraw.lead')}</p>
      <HiddenField name="articleId" value={article.id} />
      <Languages locales={shownIn(standing)} label={t('withdraw.locales')} />
      <TextArea name="reason" label={t('withdraw.reason')} hint={t('withdraw.reasonHint')} rows={2} maxLength={400} />
      <RadioGroup
        name="address"
        label={t('withdraw.address')}
        options={(['notice', 'nothing'] as const).map((value) => ({
          value,
          label: t(`withdraw.addresses.${value}`),
        }))}
        defaultValue="notice"
      />
      {shownIn(standing).map((locale) => (
        <TextArea
          key={locale}
          name={locale === 'vi' ? 'noticeVi' : 'noticeEn'}
          label={t(`withdraw.notice.${locale}`)}
          hint={t('withdraw.noticeHint')}
          rows={4}
          maxLength={400}
          defaultValue={t(`withdraw.noticeUsual.${locale}`)}
          optional
        />
      ))}
      <SubmitButton variant="danger" icon="cross">
        {t('withdraw.now')}
      </SubmitButton>
    </Form>
  );
}

/** Nothing to choose where there is one. */
function Languages({ locales, label }: { locales: readonly ('vi' | 'en')[]; label: string }) {
  const t = useTranslations('newsroom.languages');
  const [only, ...others] = locales;
  if (others.length === 0) return <input type="hidden" name="locales[]" value={only} />;
  return (
    <CheckboxGroup
      name="locales[]"
      label={label}
      options={locales.map((value) => ({ value, label: t(value) }))}
      defaultValues={[...locales]}
    />
  );
}

function Move({ article, actions }: QuietProps) {
  const t = useTranslations('newsroom.move');
  return (
    <Form action={actions.moveArticle} concept="newsroom" fold={{ summary: t('title'), part: true }}>
      <p className="mt-1 mb-2">{t('lead')}</p>
      <ul className="mb-4 text-ink-2 text-sm">
        {article.outdated.map((locale) => (
          <li key={locale} className="break-all">
            {articleHref(locale, { kind: article.kind, slug: article.slugs[locale] ?? '' })}
          </li>
        ))}
      </ul>
      <ReadText article={article} />
      <SubmitButton variant="secondary" compact>
        {t('now')}
      </SubmitButton>
    </Form>
  );
}
