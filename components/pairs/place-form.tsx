import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Option, type OptionGroup, PlainSelectField } from '@/components/ui/plain-fields';
import type { Unit } from '@/domain/units/unit';

type PlaceFormProps = {
  communes: readonly Unit[];
  communeId: string | undefined;
  /** null until a commune is chosen */
  hosts: readonly (Option | OptionGroup)[] | null;
  unitId: string | undefined;
};

/** Where the pair counts: first the commune where there are several, then the unit. A plain question to the same page. */
export function PlaceForm({ communes, communeId = '', hosts, unitId = '' }: PlaceFormProps) {
  const t = useTranslations('pairs');
  return (
    <form
      action="/admin/pairs/new"
      method="get"
      className="mb-8 grid gap-2.5 md:flex md:items-end [&>.field]:mb-0 md:[&>.field]:flex-1"
    >
      {communes.length > 1 && (
        <PlainSelectField
          id="place-commune"
          name="commune"
          label={t('list.commune')}
          options={communes.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t('new.choose')}
          defaultValue={communeId}
        />
      )}
      {hosts && (
        <PlainSelectField
          id="place-unit"
          name="unit"
          label={t('new.unit')}
          options={hosts}
          empty={t('new.choose')}
          defaultValue={unitId}
        />
      )}
      <Button type="submit" compact>
        {t('new.placeChoose')}
      </Button>
    </form>
  );
}
