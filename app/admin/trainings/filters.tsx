import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { FoldedPart } from '@/components/ui/panels/fold';
import { FilterBar, FilterChips, FilterSelect } from '@/components/ui/tables/filter-bar';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import type { UnitQuestion } from '@/components/units/choice/unit-option';
import type { CourseChoice } from '@/domain/trainings/form-queries';
import { sessionStates } from '@/domain/trainings/session';
import { type Asked, addressOf, trainingsPath } from './asked';

type FiltersProps = { asked: Asked; place: UnitQuestion; courses: CourseChoice[] };

/**
 * Narrows the list by commune (for who has several), course and state; what it is narrowed to stands below. Until it
 * narrows something it is folded away, so that on a phone the list is not far down.
 */
export function SessionFilters({ asked, place, courses }: FiltersProps) {
  const t = useTranslations('trainings');
  const course = courses.find(({ id }) => id === asked.courseId);
  const { view, day, own } = asked;
  const kept = {
    view: view === 'list' ? undefined : view,
    day,
    own: own ? 'yes' : undefined,
    when: asked.when === 'past' ? asked.when : undefined,
  };
  const chips = [
    { label: asked.communeId && place.chosen?.label, without: addressOf({ ...asked, communeId: undefined }) },
    { label: course?.title, without: addressOf({ ...asked, courseId: undefined }) },
    { label: asked.state && t(`state.${asked.state}`), without: addressOf({ ...asked, state: undefined }) },
  ].flatMap(({ label, without }) => (label ? [{ label, without }] : []));
  const bar = (
    <FilterBar action={trainingsPath} label={t('admin.search')}>
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <UnitFilter name="commune" label={t('admin.commune')} question={place} />
      <FilterSelect
        name="course"
        label={t('admin.course')}
        value={course?.id}
        options={courses.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <FilterSelect
        name="state"
        label={t('admin.state')}
        value={asked.state}
        options={sessionStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
      />
    </FilterBar>
  );
  return (
    <div className="mb-5">
      <FoldedPart summary={t('admin.search')} className="no-print" open={chips.length > 0}>
        {bar}
      </FoldedPart>
      {chips.length > 0 && <FilterChips as={Link} found="" chips={chips} />}
    </div>
  );
}
