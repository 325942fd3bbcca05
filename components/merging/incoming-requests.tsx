import { useLocale, useTranslations } from 'next-intl';
import { fullPlace } from '@/components/digital-models/people/host-name';
import { DefinitionList } from '@/components/ui/definition-list';
import { RadioGroup } from '@/components/ui/forms/choice-fields';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { lastDayBefore } from '@/domain/days/ending';
import type { IncomingRequest } from '@/domain/merging/requests/request';
import { formatDay, formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { CrossingChoices } from './crossing-choices';

/** Requests that wait for an answer: who asks, for whom, what for, and the answer itself. */
export function IncomingRequests({ requests, answer }: { requests: IncomingRequest[]; answer: FormAction }) {
  return (
    <ul className="grid gap-6 2xl:grid-cols-2">
      {requests.map((request) => (
        <li key={request.id} className="min-w-0">
          <Incoming request={request} answer={answer} />
        </li>
      ))}
    </ul>
  );
}

type IncomingProps = { request: IncomingRequest; answer: FormAction };

function Incoming({ request, answer }: IncomingProps) {
  const t = useTranslations('merging.requests');
  const locale = useLocale() as Locale;
  const { person, holds, purpose } = request;
  const isHeld = purpose === 'transfer' && holds.offices + holds.pairs > 0;
  const name = person.birthYear
    ? t('who', { name: person.name, year: String(person.birthYear) })
    : t('whoNoYear', { name: person.name });
  return (
    <Panel title={name} grid>
      <DefinitionList
        entries={[
          { term: t('purpose'), value: t(`purposes.${purpose}`) },
          { term: t('from'), value: fullPlace(request.toUnit) },
          { term: t('askedBy'), value: request.askedBy },
          { term: t('askedAt'), value: formatInstant(locale, request.askedAt) },
          { term: t('lapses'), value: formatDay(locale, lastDayBefore(request.lapsesOn)) },
        ]}
      />
      {isHeld && (
        <div className="mt-4">
          <Notice
            tone="information"
            title={t('holds', { offices: String(holds.offices), pairs: String(holds.pairs) })}
            action={<Link href={`/admin/people/${person.id}/handover`}>{t('handover')}</Link>}
          />
        </div>
      )}
      {request.mayAnswer && <AnswerForm request={request} answer={answer} />}
    </Panel>
  );
}

/** Agreeing or declining; whoever agrees also says which of two opposite pairs with the same woman stands. */
function AnswerForm({ request: { id, version, purpose, person, crossings }, answer }: IncomingProps) {
  const t = useTranslations('merging.requests');
  return (
    <Form action={answer} concept="merging" className="mt-4">
      <HiddenField name="requestId" value={id} />
      <HiddenField name="version" value={version} />
      <RadioGroup
        name="answer"
        label={t('answer')}
        options={[
          { value: 'agreed', label: t('agreed'), hint: t(`agreedHint.${purpose}`) },
          { value: 'declined', label: t('declined'), hint: t('declinedHint') },
        ]}
      />
      {crossings.each.length > 0 && (
        <section className="mb-5 border-rule border-t pt-4">
          <h3 className="mb-1">{t('crossings')}</h3>
          <p className="mb-3 text-ink-2">{t('crossingsHint', { name: person.name })}</p>
          <CrossingChoices crossings={crossings} />
        </section>
      )}
      <TextArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={2} maxLength={300} optional />
      <SubmitButton>{t('send')}</SubmitButton>
    </Form>
  );
}
