import { useTranslations } from 'next-intl';
import { communeWords } from '@/components/trainings/place-words';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Link } from '@/components/ui/link';
import type { CoverageLevel } from '@/domain/coverage/coverage';
import { coverageLevels } from '@/domain/coverage/coverage';
import { draftOf, type OfferedTraining } from '@/domain/coverage/next-trainings/offered-training';
import { formatWeekday } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { placeName } from '../coverage-table';
import { Reasons } from './reasons';
import { UnitTicks } from './unit-ticks';

type CardProps = {
  locale: Locale;
  offered: OfferedTraining;
  /** the level that the list is narrowed to */
  level: CoverageLevel | undefined;
  /** she may open the coverage of the commune */
  seesCoverage: boolean;
  /** she may announce that a trainer is needed */
  mayCall: boolean;
};

/** One place: why here, what it may bring, and the units that one session is drafted for. A plain form, without a script. */
export function NextTrainingCard({ locale, offered, level, seesCoverage, mayCall }: CardProps) {
  const t = useTranslations('next-trainings');
  const coverage = useTranslations('coverage');
  const { place, course, points, units, mayPropose } = offered;
  const name = placeName(coverage, place);
  const href = `/admin/coverage/${place.communeId}`;
  const title = `next-${place.communeId}`;
  return (
    <article
      aria-labelledby={title}
      className="rounded-control border border-rule bg-card p-[18px] xl:px-6 xl:py-[22px]"
    >
      <form action="/admin/trainings/new" method="get">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 id={title} className="min-w-0">
            {seesCoverage ? <Link href={href}>{name}</Link> : name}
          </h2>
          <Badge tone="information" icon="hexagon">
            {t('points', { points })}
          </Badge>
        </div>
        <div className="grid gap-x-10 gap-y-5 xl:grid-cols-2">
          <div className="min-w-0">
            <Facts locale={locale} offered={offered} mayCall={mayCall} />
            <h3 className="mt-5 mb-1 text-base">{t('why')}</h3>
            <Reasons locale={locale} next={offered} />
          </div>
          <div className="min-w-0">
            <GainWords offered={offered} level={level} />
            <UnitTicks
              units={units}
              disabled={!mayPropose}
              all={seesCoverage ? { href, label: t('units.all', { name, count: units.length }) } : null}
            />
            {mayPropose && <Draft offered={offered} label={t('draftIn', { place: name, course: course.title })} />}
          </div>
        </div>
      </form>
    </article>
  );
}

/** What the form of the session is filled with, as it stands: course, trainer, hall, time. */
function Facts({
  locale,
  offered: { course, trainer, hall, beside, slot },
  mayCall,
}: Pick<CardProps, 'locale' | 'offered' | 'mayCall'>) {
  const t = useTranslations('next-trainings.facts');
  const seats = hall?.seats ? t('hallSeats', { name: hall.name, seats: hall.seats }) : hall?.name;
  return (
    <DefinitionList
      entries={[
        { term: t('course'), value: course.title },
        {
          term: t('trainer'),
          value: trainer?.name ?? (
            <>
              {t('noTrainer')}
              {mayCall && (
                <>
                  {'. '}
                  <Link href="/admin/trainings/calls">{t('call')}</Link>
                </>
              )}
            </>
          ),
        },
        {
          term: t('hall'),
          value: seats
            ? [seats, hall?.stepFree && t('stepFree')].filter(Boolean).join(', ')
            : [t('noHall'), beside && t('hallBeside', { name: beside.name, commune: beside.commune })]
                .filter(Boolean)
                .join('. '),
        },
        {
          term: t('when'),
          value: slot ? (
            <>
              {formatWeekday(locale, slot.day)},{' '}
              <span className="whitespace-nowrap">
                {slot.from} – {slot.to}
              </span>
            </>
          ) : (
            t('noSlot')
          ),
        },
      ]}
    />
  );
}

type GainProps = { offered: OfferedTraining; level: CoverageLevel | undefined };

/** What was seen after classes before, for the units that are ticked, and what it would be at most. */
function GainWords({ offered: { gain, units, place, unmet, untied }, level }: GainProps) {
  const t = useTranslations('next-trainings.gain');
  const within = communeWords(useTranslations('trainings'), place);
  const ticked = units.filter((unit) => unit.ticked).length;
  const all = coverageLevels
    .filter((each) => !level || each === level)
    .reduce((sum, each) => sum + (place.levels[each]?.units ?? 0), 0);
  const before = all - unmet.family - unmet.pair - unmet.both - untied;
  return (
    <div className="mb-4">
      <h3 className="mb-1 text-base">{t('title')}</h3>
      {ticked === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <p>{gain ? t('seen', gain) : t('unseen')}</p>
          <p className="text-ink-2">
            {t('most', { units: ticked, place: within, before, after: before + ticked, all })}
          </p>
        </>
      )}
    </div>
  );
}

/** Hands over what the form of a session is filled with; the units are those ticked beside it. */
function Draft({ offered, label }: { offered: OfferedTraining; label: string }) {
  const t = useTranslations('next-trainings');
  return (
    <>
      {Object.entries(draftOf(offered)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant="primary" icon="calendar" className="mt-4">
        {t('draft')}
        <span className="sr-only"> {label}</span>
      </Button>
    </>
  );
}
