import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlainSelectField, PlainTextField } from '@/components/ui/forms/plain-fields';
import type { WalkIn } from '@/domain/attendance/delivery';
import { namesakesOf, type RollLine } from '@/domain/attendance/roster/roll';
import { NAME_MAX } from '@/domain/attendance/roster/roster';
import { newWalkInId, readWalkIn } from '@/domain/attendance/roster/walk-ins';
import { Sheet } from './sheet';

type WalkInSheetProps = {
  /** who is on the list already */
  lines: readonly RollLine[];
  units: readonly { id: string; name: string }[];
  note: string | undefined;
  /** false when the phone took no more */
  onAdd: (id: string, walkIn: WalkIn) => Promise<boolean>;
  onClose: () => void;
};

/** A woman at the door: her name is enough. The typed words stay where something is wrong. */
export function WalkInSheet({ lines, units, note, onAdd, onClose }: WalkInSheetProps) {
  const t = useTranslations('attendance.hall.walkIn');
  const words = useTranslations('ui.errors');
  const full = useTranslations('attendance.hall')('full');
  const [id] = useState(() => newWalkInId()); // one sheet is one woman, however often its button is pressed
  const [asked, setAsked] = useState('');
  const [same, setSame] = useState('');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readWalkIn(Object.fromEntries(new FormData(event.currentTarget)));
    const same = typeof read === 'string' ? [] : namesakesOf(read.name, lines);
    if (typeof read !== 'string' && same.length > 0 && asked !== read.name) {
      setWrong({});
      setSame(same.map(({ name, group }) => (group ? `${name} (${group})` : name)).join(', '));
      return setAsked(read.name);
    }
    if (typeof read !== 'string') return void onAdd(id, read).then((kept) => kept || setWrong({ name: full }));
    setWrong({ [read]: read === 'phone' ? words('not-a-phone') : t('nameWrong') });
    event.currentTarget.querySelector<HTMLInputElement>(`[name="${read}"]`)?.focus();
  };
  const errors = (name: string) => (wrong[name] ? [wrong[name]] : undefined);
  return (
    <Sheet title={t('title')} note={note} close={t('close')} onClose={onClose}>
      <form noValidate onSubmit={add}>
        <PlainTextField
          id="walk-in-name"
          name="name"
          label={t('name')}
          errors={errors('name')}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={NAME_MAX}
        />
        <PlainTextField
          id="walk-in-phone"
          name="phone"
          type="tel"
          inputMode="tel"
          label={t('phone')}
          hint={t('phoneHint')}
          optional
          errors={errors('phone')}
          autoComplete="off"
        />
        {units.length > 0 && (
          <PlainSelectField
            id="walk-in-unit"
            name="unitId"
            label={t('group')}
            optional
            empty={t('noGroup')}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {same && (
          <p role="alert" className="mb-3 font-semibold text-basalt">
            {t('known', { names: same })}
          </p>
        )}
        <Button type="submit" variant="primary" icon="check" className="w-full">
          {t(same ? 'addOther' : 'add')}
        </Button>
      </form>
    </Sheet>
  );
}
