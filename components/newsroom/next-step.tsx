import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Form, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Folds } from '@/components/ui/panels/fold';
import type { FoldLook } from '@/components/ui/panels/form-fold';
import { Panel } from '@/components/ui/panels/panel';
import type { NameAsked } from '@/domain/newsroom/namings/naming';
import { isHerMove, isNewestForced, type Move, nextMove, type Standing, shownIn } from '@/domain/newsroom/standing';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { ConfirmAlert } from './confirm-alert';
import { SubmitStep, SurroundingsLack } from './handing-on';
import { PublishFields, ReadText, type Worked } from './publish-fields';
import { OpenRemarks } from './remarks/open-remarks';
import { deedsAddress, StrayAnswers } from './stray-answers';

export type StepActions = Record<
  'submitArticle' | 'returnArticle' | 'approveArticle' | 'publishArticle' | 'forceAlert' | 'confirmAlert',
  FormAction
>;
type StepProps = Worked & { actions: StepActions; names: readonly NameAsked[] };

/** Moves that are refused to what says neither where it is of nor about what. */
const ASKS_WHERE: ReadonlySet<Move> = new Set(['submit', 'approve', 'publish', 'again']);

/** What comes next, whose move it is, and the one deed that is hers, with what keeps it from going out; other ways stay folded. */
export function NextStep({ children, ...props }: StepProps & { children?: ReactNode }) {
  const t = useTranslations('newsroom.next');
  const { article, standing } = props;
  const [move, isHers] = [nextMove(standing), isHerMove(standing, article)];
  return (
    <Panel title={t('title')} grid>
      <StrayAnswers articleId={article.id} actions={props.actions} undrawn={undrawnOf(props, move)} />
      <ConfirmAlert {...props} />
      {isBeyondHer(props, move) && (
        <p className="mb-3">{t(article.kind === 'alert' ? 'placesBeyond.alert' : 'placesBeyond.others')}</p>
      )}
      {!isSaid(standing, move) && <p className="mb-3 font-semibold text-lg">{t(said(props, move, isHers))}</p>}
      {isNewestForced(standing) && isHers && move === 'publish' && <p className="mb-3">{t('publish.forced')}</p>}
      <Returned {...props} />
      {move !== 'nothing' && children}
      {isHers && ASKS_WHERE.has(move) && <SurroundingsLack article={article} />}
      {isHers ? <Deed {...props} move={move} /> : null}
      <Force {...props} />
    </Panel>
  );
}

/** Deeds in words that stand here at other moments. */
function undrawnOf(props: Worked, move: Move) {
  const hers = isHerMove(props.standing, props.article);
  const isApproval = hers && move === 'approve';
  return [
    ...(isApproval ? [] : (['approveArticle', 'returnArticle'] as const)),
    ...(hers && !isApproval && move !== 'submit' ? [] : (['publishArticle'] as const)),
    ...(mayForce(props) ? [] : (['forceAlert'] as const)),
  ];
}

/** Readers whom she does not publish for would be warned: others approve and publish it. */
const isBeyondHer = ({ article, standing }: Worked, move: Move) =>
  article.publishable && !article.placesHers && (standing.forced || (move !== 'nothing' && move !== 'wait'));

/** An alert that nobody has approved says itself what it waits for. */
const isSaid = (standing: Standing, move: Move) => isNewestForced(standing) && /^(publish|nothing)$/.test(move);

/** Where one language is withdrawn and readers have the other, that is said of each. */
function said(props: Worked, move: Move, isHers: boolean) {
  const [only] = shownIn(props.standing);
  if (move === 'again' && only) return `again.only.${only}` as const;
  return `${move}.${isHers ? 'hers' : whoseElse(props, move)}` as const;
}

/** Others move: since she wrote it herself, or since it is not for her to decide. */
const whoseElse = ({ article, standing }: Worked, move: Move) =>
  move === 'approve' && article.publishable && standing.wrote ? 'wrote' : 'others';

function Deed({ move, ...props }: StepProps & { move: Move }) {
  const t = useTranslations('newsroom.next');
  const { article, standing, actions } = props;
  if (move === 'submit') return <SubmitStep {...props} action={actions.submitArticle} />;
  if (move === 'approve') return <Approve {...props} />;
  const publish = (fold?: FoldLook) => (
    <Form
      action={actions.publishArticle}
      concept="newsroom"
      address={deedsAddress(article.id)}
      keeps="publish"
      {...(fold && { fold })}
    >
      <PublishFields {...props} />
      <div className="mt-4">
        <SubmitButton icon="send" variant={move === 'again' || isNewestForced(standing) ? 'secondary' : 'primary'}>
          {t(move === 'again' ? 'publishAgain' : 'publishNow')}
        </SubmitButton>
      </div>
    </Form>
  );
  return move === 'again' ? <Folds>{publish({ summary: t('publishAgain') })}</Folds> : publish();
}

function Approve(props: StepProps) {
  const t = useTranslations('newsroom.next');
  const { article, standing, actions } = props;
  return (
    <>
      {standing.wrote && <p className="mb-3">{t('approve.alone')}</p>}
      <OpenRemarks count={standing.remarks} />
      <Form action={actions.approveArticle} concept="newsroom" address={deedsAddress(article.id)} keeps="publish">
        <PublishFields {...props} orLater />
        <p className="mt-3 text-ink-2 text-sm">{t('approve.hint')}</p>
        <div className="mt-4">
          <SubmitButton icon="check">{t('approveNow')}</SubmitButton>
        </div>
      </Form>
      <Folds>
        <Form
          action={actions.returnArticle}
          concept="newsroom"
          address={deedsAddress(article.id)}
          keeps="return"
          fold={{ summary: t('return') }}
        >
          <ReadText article={article} />
          <TextArea name="remark" label={t('remark')} hint={t('remarkHint')} rows={3} maxLength={2_000} />
          <SubmitButton variant="secondary" icon="arrow-left">
            {t('returnNow')}
          </SubmitButton>
        </Form>
      </Folds>
    </>
  );
}

/** What was said when it was given back. */
function Returned({ standing: { decided, editionState } }: Worked) {
  const t = useTranslations('newsroom.next');
  const locale = useLocale() as Locale;
  if (editionState !== 'returned' || !decided) return null;
  return (
    <figure className="mb-4 border-lotus border-l-4 pl-4">
      <blockquote className="whitespace-pre-wrap">{decided.remark}</blockquote>
      <figcaption className="mt-1 text-ink-2 text-sm">
        {t('returnedBy', { by: decided.by, at: formatInstant(locale, decided.at) })}
      </figcaption>
    </figure>
  );
}

function mayForce({ article, standing: { editionState } }: Worked): boolean {
  const isOpen = editionState !== 'approved' && editionState !== 'superseded';
  return article.kind === 'alert' && article.publishable && article.placesHers && isOpen;
}

/** An alert does not wait for a second person, who reads it afterwards. */
function Force(props: StepProps) {
  const t = useTranslations('newsroom.next');
  const { article, actions } = props;
  if (!mayForce(props)) return null;
  return (
    <Folds>
      <Form
        action={actions.forceAlert}
        concept="newsroom"
        address={deedsAddress(article.id)}
        keeps="force"
        fold={{ summary: t('force') }}
      >
        <p className="mb-3">{t('forceLead')}</p>
        <PublishFields {...props} atOnce />
        <TextArea name="reason" label={t('forceReason')} hint={t('forceReasonHint')} rows={2} maxLength={400} />
        <div className="mt-4">
          <SubmitButton variant="danger" icon="send">
            {t('forceNow')}
          </SubmitButton>
        </div>
      </Form>
    </Folds>
  );
}
