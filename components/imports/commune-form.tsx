import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainSelectField } from '@/components/ui/plain-fields';
import type { Unit } from '@/domain/units/unit';

/** Who answers for several communes says first which one it is. A plain question to the same page. */
export function CommuneForm({
  communes,
  communeId = '',
}: {
  communes: readonly Unit[];
  communeId: string | undefined;
}) {
  const t = useTranslations('imports.new');
  return (
    <form
      action="/admin/imports/new"
      method="get"
      className="mb-8 grid gap-2.5 md:flex md:items-end [&>.field]:mb-0 md:[&>.field]:flex-1"
    >
      <PlainSelectField
        id="import-commune"
        name="commune"
        label={t('commune')}
        options={communes.map(({ id, name }) => ({ value: id, label: name }))}
        empty="–"
        defaultValue={communeId}
      />
      <Button type="submit" compact>
        {t('communeChoose')}
      </Button>
    </form>
  );
}
