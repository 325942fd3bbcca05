import { getTranslations } from 'next-intl/server';
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
import { placeWordsOf } from '../place-words';

/** Both of the text, which is not always in the language of the page around it. */
type Of<Kind extends CardView['of']> = { locale: Locale; view: Extract<CardView, { of: Kind }> };

/** A thing of the portal within a text, in its language, as it stands at this moment; a figure as it was told of its day. */
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

type FrameProps = { locale: Locale; kind: CardView['of']; beside?: ReactNode; demo?: boolean; children: ReactNode };

async function Frame({ locale, kind, beside, demo = false, children }: FrameProps) {
  const t = await getTranslations({ locale, namespace: 'articles.cards.kinds' });
  const ui = await getTranslations({ locale, namespace: 'ui' });
  return (
    <aside className="portal-card" aria-label={t(kind)}>
      {beside}
      <div className="min-w-[min(100%,12rem)] flex-1">
        <p className="text-ink-2 text-sm">
          {t(kind)}
          {demo && <DemoMark className="ml-2" words={ui('demo')} />}
        </p>
        {children}
      </div>
    </aside>
  );
}

const Title = ({ href, told, children }: { href: string; told?: Locale; children: ReactNode }) => (
  <p className="font-bold text-[1.125rem] leading-snug">
    <a href={href} lang={told}>
      {children}
    </a>
  </p>
);
const Line = ({ told, children }: { told?: Locale; children: ReactNode }) => (
  <p className="mt-1 text-ui" lang={told}>
    {children}
  </p>
);
/** Names of the union are Vietnamese, also within English; what is in the language of the text around it says nothing. */
const toldIn = (told: Locale, locale: Locale) => (told === locale ? {} : { told });

/** What a place is called in the language of a text. */
async function placeWordsIn(locale: Locale) {
  const kinds = await getTranslations({ locale, namespace: 'coverage.kindName' });
  return placeWordsOf(kinds, await getTranslations({ locale, namespace: 'articles.places' }));
}

async function CommuneCard({ locale, view: { of, commune } }: Of<'commune'>) {
  const t = await getTranslations({ locale, namespace: 'articles.cards' });
  const { nameOf } = await placeWordsIn(locale);
  return (
    <Frame locale={locale} kind={of} beside={<Icon name="pin" size={32} className="mt-1 flex-none text-lotus" />}>
      <Title href={hrefTo(locale, 'commune', { slug: commune.slug })}>{nameOf(commune)}</Title>
      <Line>{t('commune')}</Line>
    </Frame>
  );
}

async function KindCard({ locale, view: { of, kind } }: Of<'kind'>) {
  const t = await getTranslations({ locale, namespace: 'models-explained' });
  return (
    <Frame locale={locale} kind={of}>
      <Title href={hrefTo(locale, 'model', { slug: modelSlugs[kind][locale] })}>{t(`${kind}.name`)}</Title>
      <Line>{t(`${kind}.short`)}</Line>
    </Frame>
  );
}

async function ModelCard({ locale, view: { of, model } }: Of<'model'>) {
  const t = await getTranslations({ locale, namespace: 'articles.cards' });
  const words = await getTranslations({ locale, namespace: 'models-explained' });
  const { kind, name, status, place, demo } = model;
  return (
    <Frame locale={locale} kind={of} demo={demo}>
      <Title href={hrefTo(locale, 'commune', { slug: place.slug })} {...toldIn('vi', locale)}>
        {name}
      </Title>
      <Line>
        {words(`${kind}.name`)}, {bareName(place.name)}
      </Line>
      {status !== 'active' && <Line>{t(status)}</Line>}
    </Frame>
  );
}

async function SessionCard({ locale, view: { of, session } }: Of<'session'>) {
  const t = await getTranslations({ locale, namespace: 'articles.cards' });
  const trainings = await getTranslations({ locale, namespace: 'trainings' });
  const { state, endsAt } = session;
  const past = state === 'cancelled' ? 'cancelled' : state === 'held' || endsAt <= new Date() ? 'over' : null;
  return (
    <Frame
      locale={locale}
      kind={of}
      demo={session.demo}
      beside={<DateLeaf locale={locale} day={dayOf(session.startsAt)} />}
    >
      <Title href={hrefTo(locale, 'session', { slug: session.slug })} {...toldIn(session.told, locale)}>
        {session.title}
      </Title>
      <Line>{whenWords(trainings, locale, session)}</Line>
      <Line {...toldIn('vi', locale)}>{session.unit}</Line>
      {past && <p className="mt-1 font-bold text-ui">{t(past)}</p>}
    </Frame>
  );
}

async function FigureCard({ locale, view: { of, code, place, day, said } }: Of<'figure'>) {
  const t = await getTranslations({ locale, namespace: 'articles.cards' });
  const f = await getTranslations({ locale, namespace: 'figures' });
  const { nameOf } = await placeWordsIn(locale);
  const { level, name, kind } = said.place;
  const known = kind === 'ward' || kind === 'special_zone' ? kind : 'commune';
  const where = level === 'province' ? f('city', { kind: kind ?? 'city' }) : nameOf({ name, kind: known });
  return (
    <Frame locale={locale} kind={of} demo={said.demo}>
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
