import { useTranslations } from 'next-intl';
import { Folds } from '@/components/ui/panels/fold';
import { Panel } from '@/components/ui/panels/panel';
import type { PurposeConsents } from '@/domain/consents/consent';
import { Answer, AnswersFold } from './answers';
import { ConsentBadge } from './consent-badge';
import { type ConsentActions, TakeForm, WithdrawForm } from './consent-forms';

type PanelProps = { personId: string; consents: PurposeConsents; actions: ConsentActions };

/** One purpose: the answer that holds, what can be done about it, and every answer before. */
export function PurposePanel({ personId, consents, actions }: PanelProps) {
  const t = useTranslations('consents');
  const { purpose, state, standing, text, history } = consents;
  const asked = { personId, purpose };
  return (
    <Panel id={purpose} title={t(`purpose.${purpose}`)} aside={<ConsentBadge state={state} />}>
      {standing ? <Answer row={standing} /> : <p className="text-ink-2">{t('record.notAsked')}</p>}
      <Folds>
        {state === 'given' && (
          <WithdrawForm action={actions.withdraw} asked={asked} fold={{ summary: t('withdraw.open') }} />
        )}
        {text ? (
          <TakeForm
            action={actions.take}
            asked={asked}
            text={text}
            fold={{ summary: t(state === 'given' ? 'take.again' : 'take.open') }}
          />
        ) : (
          <p className="mt-2">{t('record.noText')}</p>
        )}
        <AnswersFold rows={history} />
      </Folds>
    </Panel>
  );
}
