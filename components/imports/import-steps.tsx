'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Panel } from '@/components/ui/panels/panel';
import type { ImportPhase } from '@/domain/imports/import';

type ImportStepsProps = {
  action: FormAction;
  batchId: string;
  phase: ImportPhase;
  done: number;
  total: number;
  /** gives it up: drops the preview, or takes back what was done by now */
  stop: { action: FormAction; word: string } | undefined;
};

const AGAIN_AFTER_MS = 3000;

/**
 * Asks for one step after the other and shows how far the import is. The database holds how far: cut off, it goes on
 * when the page is opened again. Without a script each press is one step.
 */
export function ImportSteps({ action, batchId, phase, done: first, total, stop }: ImportStepsProps) {
  const t = useTranslations('imports.progress');
  const format = new Intl.NumberFormat(useLocale() === 'vi' ? 'vi-VN' : 'en-GB').format;
  const { done, lost, scripted, paused, setPaused } = useSteps({ action, batchId, first });
  const label = useId();
  return (
    <Panel grid title={t(phase as 'checking')}>
      <p id={label} aria-live="polite">
        {t('done', { done: format(done), total: format(total) })}
      </p>
      <progress className="progress my-3" value={done} max={total} aria-labelledby={label} />
      <p className="mb-4 text-ink-2">{t(lost ? 'lost' : 'leave')}</p>
      <div className="flex flex-wrap items-start gap-3">
        {scripted ? (
          <Button compact icon={paused ? 'play' : 'pause'} onClick={() => setPaused(!paused)}>
            {t(paused ? 'go' : 'pause')}
          </Button>
        ) : (
          <Form action={action} concept="imports">
            <HiddenField name="batchId" value={batchId} />
            <SubmitButton compact>{t('go')}</SubmitButton>
          </Form>
        )}
        {stop && (
          <Form action={stop.action} concept="imports">
            <HiddenField name="batchId" value={batchId} />
            <SubmitButton variant="danger" compact>
              {stop.word}
            </SubmitButton>
          </Form>
        )}
      </div>
    </Panel>
  );
}

function useSteps({ action, batchId, first }: { action: FormAction; batchId: string; first: number }) {
  const router = useRouter();
  const [done, setDone] = useState(first);
  const [lost, setLost] = useState(false);
  const [scripted, setScripted] = useState(false);
  const [paused, setPaused] = useState(false);

  useEffect(() => {
    setScripted(true);
    if (paused) return;
    let left = false;
    const goOn = async () => {
      while (!left) {
        const answer = await askStep(action, batchId);
        if (left) return;
        setLost(answer === null);
        if (answer === null) await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
        else if (answer.phase.endsWith('ing')) setDone(answer.done);
        else return router.refresh();
      }
    };
    goOn();
    return () => {
      left = true;
    };
  }, [action, batchId, paused, router]);
  return { done, lost, scripted, paused, setPaused };
}

/** How far it is; null where the server was not reached, and nothing more than that where it refused. */
async function askStep(action: FormAction, batchId: string): Promise<{ phase: string; done: number } | null> {
  const form = new FormData();
  form.set('batchId', batchId);
  try {
    const answer = await action({ status: 'new' }, form);
    if (answer.status === 'problem' && answer.problem === 'database-away') return null;
    const said = answer.status === 'done' ? answer.said : undefined;
    return { phase: said?.phase ?? '', done: Number(said?.done ?? 0) };
  } catch {
    return null;
  }
}
