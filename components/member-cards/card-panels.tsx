import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { type CardsOfPerson, HANDOVER_DAYS, type MemberCard } from '@/domain/member-cards/member-card';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { type CardActions, EndCardForm, HandOverForm, MakeCardForm } from './card-forms';

type CardPanelsProps = { personId: string; locale: Locale; cards: CardsOfPerson; actions: CardActions };

/** The card that stands and what can be done with it, a new one, and those before. */
export function CardPanels({ personId, locale, cards: { standing, earlier, mayMake }, actions }: CardPanelsProps) {
  const t = useTranslations('member-cards');
  return (
    <div className="grid max-w-3xl gap-6">
      {standing && <Standing personId={personId} locale={locale} card={standing} end={actions.end} />}
      {standing && !standing.handedOverAt && !standing.isLate && (
        <Panel title={t('handOver.title')} grid id="hand-over">
          <HandOverForm action={actions.handOver} cardId={standing.id} />
        </Panel>
      )}
      <Panel title={t('make.title')}>
        {!standing && <p className="mb-2">{t('make.none')}</p>}
        {mayMake ? (
          <MakeCardForm action={actions.make} personId={personId} again={standing !== null} />
        ) : (
          <p>{t('make.notHere')}</p>
        )}
      </Panel>
      {earlier.length > 0 && (
        <Panel title={t('earlier')}>
          <ul className="grid gap-2">
            {earlier.map((card) => (
              <li key={card.id}>
                {t('card.number', { number: card.number })}: {endWords(t, locale, card)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

type StandingProps = { personId: string; locale: Locale; card: MemberCard; end: CardActions['end'] };

function Standing({ personId, locale, card, end }: StandingProps) {
  const t = useTranslations('member-cards');
  return (
    <Panel title={t('card.number', { number: card.number })}>
      <DefinitionList entries={facts(t, locale, card)} />
      {!card.handedOverAt && !card.isLate && (
        <p className="mt-4">
          <a href={`/admin/people/${personId}/member-card/print`} className={buttonClass({})} download>
            <Icon name="printer" />
            {t('print.one')}
          </a>
          <span className="mt-2 block text-ink-2">
            {t('print.hint')} <Link href="/admin/people/member-cards">{t('waiting.link')}</Link>
          </span>
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2.5">
        <EndCardForm action={end} cardId={card.id} reason="lost" />
        <EndCardForm action={end} cardId={card.id} reason="given-back" />
      </div>
    </Panel>
  );
}

type Words = ReturnType<typeof useTranslations<'member-cards'>>;

const endWords = (t: Words, locale: Locale, { endedAt, endReason, endedBy }: MemberCard) =>
  t(endedBy ? 'card.endedBy' : 'card.ended', {
    at: endedAt ? formatInstant(locale, endedAt) : '',
    reason: t(`reason.${endReason ?? 'lost'}`),
    name: endedBy ?? '',
  });

function facts(t: Words, locale: Locale, card: MemberCard) {
  const at = (instant: Date) => formatInstant(locale, instant);
  return [
    { term: t('card.unit'), value: card.unitName },
    { term: t('card.made'), value: t('card.madeBy', { at: at(card.madeAt), name: card.madeBy }) },
    {
      term: t('card.handedOver'),
      value: card.handedOverAt
        ? at(card.handedOverAt)
        : t(card.isLate ? 'card.late' : 'card.notYet', { days: HANDOVER_DAYS }),
    },
    ...(card.handedOverAt
      ? [{ term: t('card.lastOpened'), value: card.lastOpenedAt ? at(card.lastOpenedAt) : t('card.never') }]
      : []),
    ...(card.waitsUntil ? [{ term: '', value: t('card.waits', { until: at(card.waitsUntil) }) }] : []),
  ];
}
