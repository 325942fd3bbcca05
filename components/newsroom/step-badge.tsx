import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { LanguageStanding, Standing, Step } from '@/domain/newsroom/standing';

const looks: Record<Step, { tone: BadgeTone; icon: IconName }> = {
  missing: { tone: 'plain', icon: 'pencil' },
  draft: { tone: 'plain', icon: 'pencil' },
  submitted: { tone: 'waiting', icon: 'clock' },
  returned: { tone: 'problem', icon: 'arrow-left' },
  approved: { tone: 'information', icon: 'check' },
  scheduled: { tone: 'information', icon: 'calendar' },
  published: { tone: 'done', icon: 'check' },
  withdrawn: { tone: 'problem', icon: 'cross' },
  expired: { tone: 'plain', icon: 'cross' },
};

/** How far the newest text of a language is; where readers see an earlier one, that too. */
export function StepBadge({ step, shown }: Pick<LanguageStanding, 'step' | 'shown'>) {
  const t = useTranslations('newsroom.steps');
  return (
    <>
      {shown && step !== 'published' && <Badge {...looks.published}>{t('shown')}</Badge>}
      <Badge {...looks[step]}>
        {t(shown && step !== 'published' && step !== 'scheduled' ? `newer.${step}` : step)}
      </Badge>
    </>
  );
}

/** What colleagues are told beside the state: nobody else has approved it, or not yet. */
export function ApprovalBadges({ standing: { alone, forced } }: { standing: Pick<Standing, 'alone' | 'forced'> }) {
  const t = useTranslations('newsroom.approval');
  return (
    <>
      {forced && <Badge tone="problem">{t('forced')}</Badge>}
      {alone && <Badge tone="waiting">{t('alone')}</Badge>}
    </>
  );
}

/** The states of an article in a list: one where both languages are alike, else one each. */
export function StandingBadges({ standing }: { standing: Standing }) {
  const [t, remarks] = [useTranslations('newsroom'), useTranslations('remarks')];
  const written = standing.languages.filter(({ step, shown }) => step !== 'missing' || shown);
  const [first] = written;
  const isAlike = written.every(
    ({ step, shown }) => step === first?.step && (shown === null) === (first?.shown === null),
  );
  return (
    <span className="flex flex-wrap gap-1.5">
      {first && isAlike ? (
        <StepBadge {...first} />
      ) : (
        written.map((language) => (
          <span key={language.locale} className="flex flex-wrap items-center gap-1.5">
            <span className="text-ink-2 text-sm">{t(`languagesShort.${language.locale}`)}</span>
            <StepBadge {...language} />
          </span>
        ))
      )}
      <ApprovalBadges standing={standing} />
      {standing.remarks > 0 && (
        <Badge tone="waiting" icon="pencil">
          {remarks('badge', { count: standing.remarks })}
        </Badge>
      )}
    </span>
  );
}
