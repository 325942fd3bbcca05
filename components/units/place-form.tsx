import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { type Option, type OptionGroup, PlainSelectField } from '@/components/ui/plain-fields';

type PlaceFormProps = {
  /** the page that asks */
  action: string;
  communes: readonly { id: string; name: string }[];
  communeId: string | undefined;
  /** null until a commune is chosen */
  units: readonly (Option | OptionGroup)[] | null;
  unitId?: string | undefined;
};

/** Where something new belongs: first the commune where there are several, then the unit. A plain question to the same page. */
export function PlaceForm({ action, communes, communeId = '', units, unitId = '' }: PlaceFormProps) {
  const t = useTranslations('units.place');
  return (
    <form
      action={action}
      method="get"
      className="mb-8 grid gap-2.5 md:flex md:items-end [&>.field]:mb-0 md:[&>.field]:flex-1"
    >
      {communes.length > 1 && (
        <PlainSelectField
          id="place-commune"
          name="commune"
          label={t('commune')}
          options={communes.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t('choose')}
          defaultValue={communeId}
        />
      )}
      {units && (
        <PlainSelectField
          id="place-unit"
          name="unit"
          label={t('unit')}
          options={units}
          empty={t('choose')}
          defaultValue={unitId}
        />
      )}
      <Button type="submit" compact>
        {t('send')}
      </Button>
    </form>
  );
}
