import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CiteLink } from '@/components/figures/cite-link';
import { ToldNumber } from '@/components/figures/said-figure';
import { HowLink } from '@/components/indicators/how-link';
import { whenWords } from '@/components/trainings/time-words';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import type { CardView } from '@/domain/articles/cards/card-view';
import { dayOf } from '@/domain/days/day';
import { modelSlugs } from '@/domain/digital-models/model-slugs';
import { publicCodes } from '@/domain/indicators/indicator';
import { bareName } from '@/domain/units/bare-name';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { usePlaceWords } from '../place-words';

type Of<Kind extends CardView['of']> = { locale: Locale; view: Extract<CardView, { of: Kind }> };

/** A thing of the portal within a text, as it stands at this moment; a figure as it was told of its day. */
export function TextCard({ locale, view }: { locale: Locale; view: CardView }) {
  switch (view.of) {
    case 'commune':
      return <CommuneCard locale={locale} view={view} />;
    case 'kind':
      return <KindCard locale={locale} view={view} />;
    case 'model':
      return <ModelCard locale={locale} view={view} />;
    case 'session':
      return <SessionCard locale={locale} view={view} />;
    case 'figure':
      return <FigureCard locale={locale} view={view} />;
  }
}

type FrameProps = { kind: CardView['of']; beside?: ReactNode; demo?: boolean; children: ReactNode };

function Frame({ kind, beside, demo = false, children }: FrameProps) {
  const t = useTranslations('articles.cards.kinds');
  return (
    <aside className="portal-card" aria-label={t(kind)}>
      {beside}
      <div className="min-w-[min(100%,12rem)] flex-1">
        <p className="text-ink-2 text-sm">
          {t(kind)}
          {demo && <DemoMark className="ml-2" />}
        </p>
        {children}
      </div>
    </aside>
  );
}

const Title = ({ href, children }: { href: string; children: ReactNode }) => (
  <p className="font-bold text-[1.125rem] leading-snug">
    <a href={href}>{children}</a>
  </p>
);
const Line = ({ children }: { children: ReactNode }) => <p className="mt-1 text-ui">{children}</p>;

function CommuneCard({ locale, view: { of, commune } }: Of<'commune'>) {
  const t = useTranslations('articles.cards');
  const { nameOf } = usePlaceWords();
  return (
    <Frame kind={of} beside={<Icon name="pin" size={32} className="mt-1 flex-none text-lotus" />}>
      <Title href={hrefTo(locale, 'commune', { slug: commune.slug })}>{nameOf(commune)}</Title>
      <Line>{t('commune')}</Line>
    </Frame>
  );
}

function KindCard({ locale, view: { of, kind } }: Of<'kind'>) {
  const t = useTranslations('models-explained');
  return (
    <Frame kind={of}>
      <Title href={hrefTo(locale, 'model', { slug: modelSlugs[kind][locale] })}>{t(`${kind}.name`)}</Title>
      <Line>{t(`${kind}.short`)}</Line>
    </Frame>
  );
}

function ModelCard({ locale, view: { of, model } }: Of<'model'>) {
  const [t, words] = [useTranslations('articles.cards'), useTranslations('models-explained')];
  const { kind, name, status, place, demo } = model;
  return (
    <Frame kind={of} demo={demo}>
      <Title href={hrefTo(locale, 'commune', { slug: place.slug })}>{name}</Title>
      <Line>
        {words(`${kind}.name`)}, {bareName(place.name)}
      </Line>
      {status !== 'active' && <Line>{t(status)}</Line>}
    </Frame>
  );
}

function SessionCard({ locale, view: { of, session } }: Of<'session'>) {
  const [t, trainings] = [useTranslations('articles.cards'), useTranslations('trainings')];
  const { state, endsAt } = session;
  const past = state === 'cancelled' ? 'cancelled' : state === 'held' || endsAt <= new Date() ? 'over' : null;
  return (
    <Frame kind={of} demo={session.demo} beside={<DateLeaf day={dayOf(session.startsAt)} />}>
      <Title href={hrefTo(locale, 'session', { slug: session.slug })}>{session.title}</Title>
      <Line>{whenWords(trainings, locale, session)}</Line>
      <Line>{session.unit}</Line>
      {past && <p className="mt-1 font-bold text-ui">{t(past)}</p>}
    </Frame>
  );
}

function FigureCard({ locale, view: { of, code, place, day, said } }: Of<'figure'>) {
  const [t, f] = [useTranslations('articles.cards'), useTranslations('figures')];
  const { nameOf } = usePlaceWords();
  const { level, name, kind } = said.place;
  const known = kind === 'ward' || kind === 'special_zone' ? kind : 'commune';
  const where = level === 'province' ? f('city') : nameOf({ name, kind: known });
  return (
    <Frame kind={of} demo={said.demo}>
      <p className="font-bold leading-snug">{f('heading', { name: said.name, place: where })}</p>
      <ToldNumber locale={locale} cited={{ code, measure: said.measure }} figure={said}>
        {t('ofDay', { day: formatDay(locale, day) })}
      </ToldNumber>
      <p className="mt-1 flex flex-wrap gap-x-5 text-sm">
        <CiteLink locale={locale} code={code} place={place} day={day} of={said.name} />
        {publicCodes.includes(code) && <HowLink locale={locale} code={code} of={said.name} />}
      </p>
    </Frame>
  );
}
