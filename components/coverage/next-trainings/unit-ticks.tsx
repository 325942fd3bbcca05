import { useTranslations } from 'next-intl';
import { Link } from '@/components/ui/link';
import { FoldedRest } from '@/components/ui/panels/fold';
import type { OfferedUnit } from '@/domain/coverage/next-trainings/unit-choice';

/** So many can be ticked here; all of them stand on the page of the commune. */
const TICKS_MAX = 48;

type TicksProps = { units: readonly OfferedUnit[]; disabled: boolean; all: { href: string; label: string } | null };

/** The units of a commune that are not covered, those ticked first that fill a class; the others are folded away. */
export function UnitTicks({ units, disabled, all }: TicksProps) {
  const t = useTranslations('next-trainings.units');
  const ticked = units.filter((unit) => unit.ticked);
  const others = units.filter((unit) => !unit.ticked).slice(0, TICKS_MAX);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">{t('legend')}</legend>
      <Ticks units={ticked} disabled={disabled} />
      {others.length > 0 && (
        <FoldedRest summary={t('rest', { count: others.length })}>
          <Ticks units={others} disabled={disabled} />
        </FoldedRest>
      )}
      {all && units.length > ticked.length + others.length && (
        <Link href={all.href} className="inline-flex min-h-11 items-center">
          {all.label}
        </Link>
      )}
    </fieldset>
  );
}

function Ticks({ units, disabled }: { units: readonly OfferedUnit[]; disabled: boolean }) {
  const t = useTranslations('next-trainings.units');
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(max(12rem,40%),100%),1fr))] gap-x-6">
      {units.map(({ id, name, level, subAssociation, lack, atDesk, taughtSoon, ticked }) => (
        <li key={id} className="min-w-0">
          <label className="choice">
            <input type="checkbox" name="units" value={id} defaultChecked={ticked} disabled={disabled} />
            <span className="min-w-0">
              {level === 'group' ? `${name}, ${subAssociation}` : name}
              <span className="field-hint mt-0 block font-normal">
                {[atDesk ? t('atDesk') : lack && t(`lack.${lack}`), taughtSoon && t('soon')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
