import { useTranslations } from 'next-intl';
import { Form, HiddenField, TextField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { faces, type Face as Value } from '@/domain/outcomes/feedback/feedback';
import { Face } from './face';

type FeedbackPageProps = {
  sessionId: string;
  /** made for this drawing of the page */
  answerId: string;
  title: string;
  thanked: boolean;
  back: string;
  action: FormAction;
};

const looks: Record<Value, string> = {
  1: 'border-basalt bg-basalt-mist text-basalt-deep',
  2: 'border-pomelo-deep bg-pomelo-soft text-pomelo-ink',
  3: 'border-rubber bg-rubber-soft text-rubber-deep',
};

/** One phone for all: a face is touched, the page thanks and is new for the next woman. Leads nowhere but, folded away, back. */
export function FeedbackPage({ sessionId, answerId, title, thanked, back, action }: FeedbackPageProps) {
  const t = useTranslations('outcomes.feedback');
  return (
    <main className="mx-auto flex min-h-dvh max-w-3xl flex-col gap-4 px-4 py-5">
      {thanked && (
        <p role="status" className="rounded-tile bg-rubber px-4 py-3 text-center font-bold text-card text-h3">
          {t('thanks')}
        </p>
      )}
      <div className="text-center">
        <h1>{t('question')}</h1>
        <p className="text-ink-2">{title}</p>
      </div>
      <Form action={action} concept="outcomes" className="flex flex-1 flex-col gap-3">
        {/* Enter in the line sends nothing: it would touch the first face */}
        <button type="submit" disabled className="hidden" aria-hidden="true" tabIndex={-1} />
        <HiddenField name="sessionId" value={sessionId} />
        <HiddenField name="answerId" value={answerId} />
        <TextField key={answerId} name="comment" label={t('comment')} optional maxLength={200} autoComplete="off" />
        <p className="text-center font-semibold">{t('touch')}</p>
        <div className="grid flex-1 gap-3 sm:grid-cols-3">
          {[...faces].reverse().map((face) => (
            <button
              key={face}
              type="submit"
              name="face"
              value={face}
              className={`flex min-h-28 cursor-pointer items-center justify-center gap-5 rounded-tile border-4 p-4 font-bold text-h2 sm:flex-col ${looks[face]}`}
            >
              <Face face={face} size={92} />
              {t(`face.${face}`)}
            </button>
          ))}
        </div>
      </Form>
      <details className="mt-4 text-ink-2 text-sm">
        <summary className="inline-flex min-h-11 cursor-pointer items-center">{t('close')}</summary>
        <a href={back} className="inline-flex min-h-11 items-center">
          {t('back')}
        </a>
      </details>
    </main>
  );
}
