import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { FoldLook } from '@/components/ui/panels/form-fold';
import { Panel } from '@/components/ui/panels/panel';
import { dayOf } from '@/domain/days/day';
import type { SpotRound } from '@/domain/spot-checks/round';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type DeedsProps = {
  locale: Locale;
  round: SpotRound;
  unanswered: number;
  draw: FormAction;
  withdraw: FormAction;
  close: FormAction;
};

/** What the province can do with a round: draw or withdraw what is announced, close what is open. */
export function RoundDeeds({ locale, round, unanswered, draw, withdraw, close }: DeedsProps) {
  const t = useTranslations('spot-checks.deeds');
  if (round.state === 'announced')
    return (
      <Panel className="mt-5" grid>
        <p className="mb-3 max-w-[44em]">{t('drawLead')}</p>
        <RoundForm round={round} action={draw} words={t('draw')} primary />
        <RoundForm
          round={round}
          action={withdraw}
          words={t('withdraw')}
          fold={{
            summary: t('withdraw'),
            part: true,
            className: 'mt-3 border-rule border-t pt-2',
            above: <p className="mb-3 max-w-[44em]">{t('withdrawLead')}</p>,
          }}
        />
      </Panel>
    );
  if (round.state !== 'open') return null;
  const left = { count: unanswered, day: formatDay(locale, round.lastDay) };
  return (
    <RoundForm
      round={round}
      action={close}
      words={t('close')}
      fold={{
        summary: t('close'),
        part: true,
        className: 'mt-5 border-rule border-y py-2',
        above: <p className="mb-3 max-w-[44em]">{t('closeLead', left)}</p>,
      }}
    />
  );
}

type RoundFormProps = { round: SpotRound; action: FormAction; words: string; primary?: boolean; fold?: FoldLook };

const RoundForm = ({ round: { id, version }, action, words, primary = false, fold }: RoundFormProps) => (
  <Form action={action} concept="spot-checks" {...(fold && { fold })}>
    <HiddenField name="roundId" value={id} />
    <HiddenField name="version" value={version} />
    <SubmitButton variant={primary ? 'primary' : 'secondary'}>{words}</SubmitButton>
  </Form>
);

/** How it was drawn, with all that it takes to repeat it. */
export function DrawMethod({ locale, round, listHref }: { locale: Locale; round: SpotRound; listHref: string }) {
  const t = useTranslations('spot-checks.method');
  const { commitment, seed, announcedAt } = round;
  return (
    <section className="mt-10">
      <h2 className="mb-2">{t('title')}</h2>
      <p className="mb-3 max-w-[44em]">{t('text')}</p>
      <DefinitionList
        entries={[
          {
            term: t('commitment', { day: formatDay(locale, dayOf(announcedAt)) }),
            value: <code className="break-all">{commitment}</code>,
          },
          { term: t('seed'), value: seed ? <code className="break-all">{seed}</code> : t('later') },
        ]}
      />
      {seed && (
        <p className="mt-4">
          <ButtonLink href={listHref} icon="download" compact>
            {t('list')}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
