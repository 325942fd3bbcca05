import { getTranslations } from 'next-intl/server';
import { AnswerForm } from '@/components/digital-models/people/answer-form';
import { HintList } from '@/components/digital-models/practices/hint-list';
import { Panel } from '@/components/ui/panels/panel';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { listHintsOf } from '@/domain/digital-models/practices/hint-queries';
import { requireViewer } from '@/server/sign-in/session';
import { answerHint } from '../hints/actions';

/** Questions of this model's records to the commune; nothing where there are none, or the viewer does not see them. */
export async function Hints({ model }: { model: ModelRecord }) {
  if (!model.may.seeHints) return null;
  const [t, hints] = await Promise.all([
    getTranslations('digital-models.hints'),
    listHintsOf(await requireViewer(), model.id),
  ]);
  if (hints.length === 0) return null;
  return (
    <Panel id="hints" title={t('ofModel')} className="mb-8">
      <p className="text-ink-2">{t('ofModelLead')}</p>
      <HintList
        hints={hints}
        work={(hint) =>
          model.may.answerHint && (
            <AnswerForm action={answerHint} hint={hint} fold={{ summary: t(hint.answer ? 'answerAnew' : 'answer') }} />
          )
        }
      />
    </Panel>
  );
}
