import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainSelectField } from '@/components/ui/plain-fields';
import type { Unit } from '@/domain/units/unit';

type CommuneFormProps = { communes: readonly Unit[]; communeId: string | undefined; personId: string | undefined };

/** The commune first, where she has several: a plain question to the same page. */
export function CommuneForm({ communes, communeId = '', personId }: CommuneFormProps) {
  const t = useTranslations('merging.ask');
  return (
    <form
      action="/admin/people/requests/new"
      method="get"
      className="mb-8 grid gap-2.5 md:flex md:items-end [&>.field]:mb-0 md:[&>.field]:flex-1"
    >
      {personId && <input type="hidden" name="person" value={personId} />}
      <PlainSelectField
        id="ask-commune"
        name="commune"
        label={t('commune')}
        options={communes.map(({ id, name }) => ({ value: id, label: name }))}
        empty={t('choose')}
        defaultValue={communeId}
      />
      <Button type="submit" compact>
        {t('chooseCommune')}
      </Button>
    </form>
  );
}
