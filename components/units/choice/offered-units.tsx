import { useTranslations } from 'next-intl';
import type { Option } from '@/components/ui/forms/plain-fields';
import { UnitWords } from '../unit-list';
import type { OfferedUnits } from './unit-option';

type RadioProps = { name: string; offered: OfferedUnits; onChoose: (option: Option) => void };

/** Units that sent words may mean, to choose one of: the choice counts before the words. */
export function OfferedUnitRadios({ name, offered, onChoose }: RadioProps) {
  const t = useTranslations('units.choice');
  const { words, options } = offered;
  if (options.length === 0) return <p className="mt-2">{t('nothing', { words })}</p>;
  return (
    <fieldset className="mt-2">
      <legend className="mb-2">{t('offered', { words })}</legend>
      <div className="grid gap-2">
        {options.map((option) => (
          <label key={option.value} className="choice tile">
            <input type="radio" name={name} value={option.value} onChange={() => onChoose(option)} />
            <span>
              <UnitWords option={option} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/**
 * The attributes that the buttons have in common: the form they send, and where to, when that is not the one they
 * stand in.
 */
export type UnitSends = { form?: string; formMethod?: string; formAction?: string; formNoValidate?: boolean };

type TileProps = {
  name: string;
  options: readonly Option[];
  chosen?: Option | undefined;
  sends: UnitSends;
};

/** Each unit a button that sends it: one tap chooses. */
export function UnitTiles({ name, options, chosen, sends }: TileProps) {
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {options.map((option) => (
        <button
          key={option.value}
          type="submit"
          name={name}
          value={option.value}
          {...sends}
          className="unit-tile"
          {...(option.value === chosen?.value ? { 'aria-current': 'true' as const } : {})}
        >
          <span>
            <UnitWords option={option} />
          </span>
        </button>
      ))}
    </div>
  );
}
