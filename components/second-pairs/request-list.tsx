import { useTranslations } from 'next-intl';
import { ProofField } from '@/components/accounts/second-factors/proof-field';
import { Badge } from '@/components/ui/badge';
import { DefinitionList } from '@/components/ui/definition-list';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { nextOf, type SecondRequest } from '@/domain/second-pairs/second-pair';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { useContentLines } from './content-lines';

type Subject = { name: string; href: string | null };

type RequestListProps = {
  requests: readonly SecondRequest[];
  /** whom or what each is about, by its id, as far as the reader may know */
  subjects: ReadonlyMap<string, Subject>;
  locale: Locale;
  /** for those that wait for her word */
  agree?: FormAction;
  /** she typed her password a moment ago; otherwise it is asked for before she agrees */
  isFresh?: boolean;
  /** says no, or takes her own back */
  refuse: FormAction;
};

/** Deeds that wait for a second person, or what became of them: all that is to be done stands there before anybody agrees. */
export function RequestList({ requests, ...rest }: RequestListProps) {
  return (
    <ul className="grid gap-6 2xl:grid-cols-2">
      {requests.map((request) => (
        <li key={request.id} id={`request-${request.id}`} className="min-w-0">
          <Request request={request} {...rest} />
        </li>
      ))}
    </ul>
  );
}

type RequestProps = Omit<RequestListProps, 'requests'> & { request: SecondRequest };

const tones = { waiting: 'waiting', agreed: 'information', done: 'done', refused: 'plain', over: 'plain' } as const;

function Request({ request, subjects, locale, agree, isFresh = false, refuse }: RequestProps) {
  const t = useTranslations('second-pairs');
  const lines = useContentLines(request, locale);
  const subject = subjects.get(request.id);
  const at = (instant: Date) => formatInstant(locale, instant);
  return (
    <Panel
      title={t(`actions.${request.action}`)}
      aside={<Badge tone={tones[request.state]}>{t(`states.${request.state}`)}</Badge>}
      grid={agree !== undefined}
    >
      <DefinitionList
        entries={[
          ...(subject ? [{ term: t('about'), value: <SubjectName {...subject} /> }] : []),
          ...lines.map(({ term, value, href }) => ({ term, value: href ? <Link href={href}>{value}</Link> : value })),
          ...(request.unitName ? [{ term: t('unit'), value: request.unitName }] : []),
          { term: t('askedBy'), value: request.askedBy },
          { term: t('askedAt'), value: at(request.askedAt) },
          ...(request.answeredBy && request.answeredAt
            ? [
                {
                  term: t('answeredBy'),
                  value: t('answered', { name: request.answeredBy, at: at(request.answeredAt) }),
                },
              ]
            : []),
          ...(request.reason ? [{ term: t('reason'), value: request.reason }] : []),
          ...(request.state === 'waiting' || request.state === 'agreed'
            ? [{ term: t('until'), value: at(request.until) }]
            : []),
          { term: t('mark'), value: request.mark },
        ]}
      />
      {request.state === 'agreed' && (
        <p className="mt-3">{t('agreedThen', { next: nextOf(request.action), until: at(request.until) })}</p>
      )}
      {request.linkWaits && (
        <p className="mt-3">
          {t('linkWaits')} <Link href="/admin/accounts#invitations">{t('linkWhere')}</Link>
        </p>
      )}
      {request.state === 'waiting' && <Answer request={request} agree={agree} isFresh={isFresh} refuse={refuse} />}
    </Panel>
  );
}

const SubjectName = ({ name, href }: Subject) => (href ? <Link href={href}>{name}</Link> : name);

type AnswerProps = { request: SecondRequest; agree: FormAction | undefined; isFresh: boolean; refuse: FormAction };

function Answer({ request: { id, action }, agree, isFresh, refuse }: AnswerProps) {
  const t = useTranslations('second-pairs');
  const next = nextOf(action);
  const no = t(agree ? 'refuse' : 'takeBack');
  return (
    <div className="mt-4 grid gap-4">
      {agree && (
        <Form action={agree} concept="second-pairs" address={`/admin/second-pairs?agree=${id}`}>
          <HiddenField name="requestId" value={id} />
          <p className="mb-3">{t('agreeLead', { next })}</p>
          <ProofField isFresh={isFresh} />
          <SubmitButton variant="danger">{t('agree', { next })}</SubmitButton>
        </Form>
      )}
      <Form
        action={refuse}
        concept="second-pairs"
        className="max-w-md"
        fold={{ summary: no }}
        address={`/admin/second-pairs?refuse=${id}`}
      >
        <HiddenField name="requestId" value={id} />
        <TextField name="reason" label={t('why')} maxLength={200} />
        <SubmitButton variant="secondary">{no}</SubmitButton>
      </Form>
    </div>
  );
}
