import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlainSelectField, PlainTextField } from '@/components/ui/forms/plain-fields';
import type { WalkIn } from '@/domain/attendance/delivery';
import { namesakesOf, type RollLine } from '@/domain/attendance/roster/roll';
import { NAME_MAX } from '@/domain/attendance/roster/roster';
import { newWalkInId, readWalkIn } from '@/domain/attendance/roster/walk-ins';
import { HallDialog } from './hall-dialog';

type WalkInDialogProps = {
  /** who is on the list already */
  lines: readonly RollLine[];
  units: readonly { id: string; name: string }[];
  note: string | undefined;
  /** false when the phone took no more */
  onAdd: (id: string, walkIn: WalkIn) => Promise<boolean>;
  onClose: () => void;
};

/** A woman at the door: her name is enough. The typed words stay where something is wrong. */
export function WalkInDialog({ lines, units, note, onAdd, onClose }: WalkInDialogProps) {
  const t = useTranslations('attendance.hall.walkIn');
  const { same, wrong, add } = useAdding(lines, onAdd);
  return (
    <HallDialog title={t('title')} note={note} close={t('close')} onClose={onClose}>
      <form noValidate onSubmit={add}>
        <Fields units={units} wrong={wrong} />
        {same && (
          <p role="alert" className="mb-3 font-semibold text-basalt">
            {t('known', { names: same })}
          </p>
        )}
        <Button type="submit" variant="primary" icon="check" className="w-full">
          {t(same ? 'addOther' : 'add')}
        </Button>
      </form>
    </HallDialog>
  );
}

/** What is wrong, by the name of the field. */
type Wrong = Record<string, string>;

/** Adds her; a name that is on the list already is added only when it is sent once more. */
function useAdding(lines: readonly RollLine[], onAdd: WalkInDialogProps['onAdd']) {
  const t = useTranslations('attendance.hall');
  const words = useTranslations('ui.errors');
  const [id] = useState(() => newWalkInId()); // one dialog is one woman, however often its button is pressed
  const [asked, setAsked] = useState('');
  const [same, setSame] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readWalkIn(Object.fromEntries(new FormData(event.currentTarget)));
    if (typeof read === 'string') {
      setWrong({ [read]: read === 'phone' ? words('not-a-phone') : t('walkIn.nameWrong') });
      return event.currentTarget.querySelector<HTMLInputElement>(`[name="${read}"]`)?.focus();
    }
    const namesakes = namesakesOf(read.name, lines);
    if (namesakes.length === 0 || asked === read.name)
      return void onAdd(id, read).then((kept) => kept || setWrong({ name: t('full') }));
    setWrong({});
    setSame(namesakes.map(({ name, group }) => (group ? `${name} (${group})` : name)).join(', '));
    setAsked(read.name);
  };
  return { same, wrong, add };
}

function Fields({ units, wrong }: Pick<WalkInDialogProps, 'units'> & { wrong: Wrong }) {
  const t = useTranslations('attendance.hall.walkIn');
  const errors = (name: string) => (wrong[name] ? [wrong[name]] : undefined);
  return (
    <>
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
    </>
  );
}
