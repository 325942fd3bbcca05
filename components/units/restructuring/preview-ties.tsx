import { useLocale, useTranslations } from 'next-intl';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import type { Preview } from '@/domain/units/restructuring/preview';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';

type TiesProps = {
  preview: Preview;
  planId: string;
  /** names of pairs and families by id, of those she may see */
  names: Record<string, string>;
  action: FormAction;
};

/** Pairs that would go elsewhere than the family they are tied to, what that means, and the way to let them go with it. */
export function PreviewTies({ preview: { parted, units, from }, planId, names, action }: TiesProps) {
  const t = useTranslations('units.preview');
  const locale = useLocale() as Locale;
  if (parted.length === 0) return null;
  const unitName = (id: string) => units.find(({ unitId }) => unitId === id)?.after?.name ?? '';
  return (
    <section>
      <h2 className="mt-10 mb-1">{t('parted.title')}</h2>
      <p className="mb-3 max-w-[44em]">{t('parted.lead', { day: formatDay(locale, from) })}</p>
      <ul className="mb-4 list-disc pl-6">
        {parted.map(({ pairId, modelId, pairUnitId, modelUnitId }) => (
          <li key={`${pairId} ${modelId}`}>
            {t('parted.one', {
              pair: names[pairId] ?? t('someone'),
              pairUnit: unitName(pairUnitId),
              family: names[modelId] ?? t('someone'),
              familyUnit: unitName(modelUnitId),
            })}
          </li>
        ))}
      </ul>
      <Form action={action} concept="units">
        <HiddenField name="planId" value={planId} />
        {parted.map(({ pairId, modelId, modelUnitId }) => (
          <HiddenField key={`${pairId} ${modelId}`} name="placements[]" value={`${pairId} ${modelUnitId}`} />
        ))}
        <SubmitButton variant="secondary">{t('parted.together', { count: parted.length })}</SubmitButton>
      </Form>
    </section>
  );
}
