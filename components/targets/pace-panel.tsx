import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Fold } from '@/components/ui/panels/fold';
import { Panel } from '@/components/ui/panels/panel';
import { type PaceWordsProps, paceSentence, publicSentence, verdictSentence } from './pace-words';

type PanelProps = PaceWordsProps & {
  /** said in the title where several places stand on a page */
  place?: string | undefined;
  /** the sentence that says whose target it is, with the way to set one */
  target?: ReactNode;
};

/** How fast an indicator comes to its target and when it would be there, with how that is worked out. */
export function PacePanel({ place, target, ...said }: PanelProps) {
  const t = useTranslations('targets');
  const sentence = paceSentence(t, said);
  return (
    <Panel title={place ? t('pace.titleOf', { place, what: said.what }) : t('pace.title', { what: said.what })}>
      <p className="font-serif text-read">
        <b>{verdictSentence(t, said)}</b>
      </p>
      {sentence && <p className="mt-1">{sentence}</p>}
      {target && <p className="mt-1 text-ink-2">{target}</p>}
      <Fold summary={t('pace.rule')}>
        <p className="text-ink-2 text-sm">{t('pace.ruleText')}</p>
      </Fold>
    </Panel>
  );
}

/** The same in a line: what is missing, and the verdict. Nothing of what is silent. */
export function PaceLine(said: PaceWordsProps) {
  const t = useTranslations('targets');
  if (said.pace.verdict.name === 'silent') return null;
  const sentence = paceSentence(t, said);
  return (
    <p>
      {sentence && `${sentence} `}
      {verdictSentence(t, said)}
    </p>
  );
}

type SentenceProps = Omit<PaceWordsProps, 'pace'> & { pace: PaceWordsProps['pace'] | null };

/** One sentence for everybody, where something is known. */
export function PaceSentence({ pace, ...said }: SentenceProps) {
  const t = useTranslations('targets');
  return pace && publicSentence(t, { ...said, pace });
}
