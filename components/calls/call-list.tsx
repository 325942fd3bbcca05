import { useLocale, useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import { Form, HiddenField, TextArea } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import { type Call, type Urgency, urgencyWord } from '@/domain/calls/call';
import { formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type ListProps = { calls: Call[]; withdraw: FormAction };

const tones: Record<Urgency, BadgeTone> = { high: 'problem', middle: 'waiting', low: 'plain' };

/** Calls for trainers with why they are urgent; an open one is taken on by proposing a session from it. */
export function CallList({ calls, withdraw }: ListProps) {
  return (
    <ol className="border-rule border-b">
      {calls.map((call) => (
        <li key={call.id} className="flex flex-wrap gap-4 border-rule border-t py-4">
          <DateLeaf day={call.wantedOn} />
          <div className="min-w-0 grow basis-36">
            <CallWords call={call} />
            {call.state === 'open' && <Take call={call} />}
            {call.mayWithdraw && <Withdraw call={call} action={withdraw} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function CallWords({ call }: { call: Call }) {
  const t = useTranslations('calls');
  const locale = useLocale() as Locale;
  const { course, unit, note, state, urgency, daysLeft, gap, sessionId, withdrawnReason } = call;
  const word = urgencyWord(urgency);
  return (
    <>
      <h3 className="font-bold font-sans text-base">{course}</h3>
      <p>{unit.name}</p>
      {state === 'open' ? (
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <Badge tone={tones[word]} icon="clock">
            {t(`urgency.${word}`)}
          </Badge>
          <span className="text-ink-2">{t('why', { days: daysLeft, gap: formatNumber(locale, gap) })}</span>
        </p>
      ) : (
        <p className="mt-1 text-sm">
          <Badge tone={state === 'answered' ? 'done' : 'plain'}>{t(`state.${state}`)}</Badge>
        </p>
      )}
      {note && <p className="mt-1 whitespace-pre-line text-sm">“{note}”</p>}
      {withdrawnReason && <p className="mt-1 whitespace-pre-line text-ink-2 text-sm">{withdrawnReason}</p>}
      {sessionId && (
        <Link href={`/admin/trainings/${sessionId}`} className="inline-flex min-h-11 items-center">
          {t('answeredBy')}
        </Link>
      )}
    </>
  );
}

function Take({ call: { id, course, courseId, unit, wantedOn } }: { call: Call }) {
  const t = useTranslations('calls');
  const query = new URLSearchParams({ callId: id, courseId, unitId: unit.id, day: wantedOn });
  return (
    <p className="mt-3">
      <ButtonLink as={Link} href={`/admin/trainings/new?${query}`} compact icon="check">
        {t('take')}
        <span className="sr-only">: {t('takeOf', { course, unit: unit.name })}</span>
      </ButtonLink>
    </p>
  );
}

function Withdraw({ call: { id, version, course }, action }: { call: Call; action: FormAction }) {
  const t = useTranslations('calls.withdraw');
  return (
    <div className="mt-2">
      <Form action={action} concept="trainings" className="max-w-[34rem]" fold={{ summary: t('title'), of: course }}>
        <HiddenField name="callId" value={id} />
        <HiddenField name="version" value={version} />
        <TextArea name="reason" label={t('reason')} rows={2} maxLength={500} />
        <SubmitButton variant="danger" compact>
          {t('do')}
        </SubmitButton>
      </Form>
    </div>
  );
}
