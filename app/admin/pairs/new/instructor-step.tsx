import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PairUpForm } from '@/components/pairs/pairing/pair-up-form';
import { WishForm } from '@/components/pairs/pairing/wish-form';
import { WomenSearch } from '@/components/pairs/pairing/women-search';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import type { Viewer } from '@/domain/access/viewer';
import { listPublishedSkills } from '@/domain/courses/skill-queries';
import { today } from '@/domain/days/day';
import { listLanguages, listSuggestions } from '@/domain/pairs/suggestion-queries';
import type { Member } from '@/domain/people/person';
import { listMembers } from '@/domain/people/queries';
import type { UnitChoice } from '@/domain/units/choice/choice';
import { keepTogether } from '@/i18n/compounds';
import { pairUp } from '../actions';
import { pairsPath } from '../asked';
import { familiesOf } from '../families';
import { type AskedPair, addressOfNew, keptOfNew } from './asked';

/** Women found at once: as many as one looks through; more words of the name make the list shorter. */
const FOUND_MAX = 10;

type InstructorStepProps = {
  viewer: Viewer;
  asked: AskedPair;
  host: UnitChoice;
  learner: Member;
  /** the unit whose members are searched by name */
  where: string;
  wide: boolean;
};

/** A pair without the tie covers no unit: where there is one family, it is the one that is meant. */
const only = <Family,>(families: readonly Family[]) => (families.length === 1 ? families[0] : undefined);

/**
 * The choice of an instructor: the suggested ones with reasons, or anybody by name; the learner's wishes become the
 * pair's goals.
 */
export async function InstructorStep({ viewer, asked, host, learner, where, wide }: InstructorStepProps) {
  const { unit, family } = asked;
  const wish = { skillIds: asked.skills ?? [], language: asked.language };
  const [t, skills, languages, suggestions, families, found] = await Promise.all([
    getTranslations('pairs.new'),
    listPublishedSkills(),
    listLanguages(viewer, host.communeId ?? host.id),
    listSuggestions(viewer, { unitId: host.id, learnerId: learner.id, wish }),
    familiesOf(viewer, host.id),
    asked.q ? listMembers(viewer, { unitId: where, q: asked.q }) : { members: [] },
  ]);
  const named = othersOf(found.members, [learner, ...suggestions]);
  return (
    <>
      <ChosenLearner asked={asked} learner={learner} />
      {learner.unitId !== host.id && <CountsFor asked={asked} host={host} learner={learner} />}
      <WishForm
        kept={Object.fromEntries(keptOfNew({ unit, family, learner: learner.id }))}
        skills={skills}
        languages={languages}
        wish={wish}
      />
      <h2 className="mb-3">{t('stepInstructor', { name: learner.name })}</h2>
      {suggestions.length + named.length > 0 ? (
        <PairUpForm
          action={pairUp}
          unitId={host.id}
          learnerId={learner.id}
          wish={wish}
          skills={skills}
          suggestions={suggestions}
          found={named}
          families={families}
          familyId={(families.find(({ id }) => id === family) ?? only(families))?.id}
          today={today()}
          back={family ? `/admin/digital-models/${family}` : pairsPath}
        />
      ) : (
        <p className="mb-4 text-ink-2">{t('noSuggestion')}</p>
      )}
      <h2 className="mt-10 mb-3">{t('anyone')}</h2>
      <WomenSearch
        label={t('search')}
        kept={keptOfNew({ ...asked, learner: learner.id })}
        q={asked.q}
        whole={wide ? asked.whole : undefined}
      />
    </>
  );
}

/** Women found by name who are not named already. */
function othersOf(found: Member[], named: { id: string }[]) {
  const ids = new Set(named.map(({ id }) => id));
  return found.filter(({ id }) => !ids.has(id)).slice(0, FOUND_MAX);
}

/** Where the pair counts: the place that was asked for, with the way to that of the learner, as one looks for pairs of either. */
function CountsFor({ asked, host, learner }: Pick<InstructorStepProps, 'asked' | 'host' | 'learner'>) {
  const t = useTranslations('pairs.new');
  const own = { unit: learner.unitId, family: undefined };
  const hrefOf = (at: Partial<AskedPair>) => addressOfNew({ ...asked, learner: learner.id, ...at });
  return (
    <div className="mb-6">
      <p className="mb-2 font-semibold">{t('countsFor')}</p>
      <Segmented
        as={Link}
        label={t('countsFor')}
        segments={[
          { href: hrefOf({}), label: [host.name, host.subAssociation].filter(Boolean).join(', '), current: true },
          { href: hrefOf(own), label: learner.unitName },
        ]}
      />
    </div>
  );
}

/** The learner, and the way back to choosing another one. */
function ChosenLearner({ asked: { unit, family }, learner }: Pick<InstructorStepProps, 'asked' | 'learner'>) {
  const t = useTranslations('pairs.new');
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-4">
      <strong>{keepTogether(t('learnerIs', { name: learner.name, unit: learner.unitName }))}</strong>
      <Link href={addressOfNew({ unit, family })} className="inline-flex min-h-11 items-center">
        {t('otherLearner')}
      </Link>
    </p>
  );
}
