import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { PlainSelectField } from '@/components/ui/plain-fields';

type ChooseProps = {
  /** the page itself: what is chosen goes into its address */
  action: string;
  label: string;
  communes: readonly { id: string; name: string }[];
  chosen: string | undefined;
  /** the form below it, whose fields go along so that nothing typed is lost */
  along?: string | undefined;
};

/** First where, for whoever has more than one commune; the form follows with what there is in it. */
export function ChooseCommune({ action, label, communes, chosen, along }: ChooseProps) {
  const t = useTranslations('trainings.form');
  return (
    <form
      action={action}
      method="get"
      className="mb-7 grid max-w-[46rem] items-end gap-2.5 border-rule border-b pb-5 sm:grid-cols-[1fr_auto] [&>.field]:mb-0"
    >
      <PlainSelectField
        id="choose-commune"
        name="commune"
        label={label}
        options={communes.map(({ id, name }) => ({ value: id, label: name }))}
        {...(chosen ? {} : { empty: '' })}
        defaultValue={chosen ?? ''}
        {...(along && { form: along })}
      />
      <Button type="submit" {...(along && { form: along, formMethod: 'get', formAction: action })}>
        {t('goOn')}
      </Button>
    </form>
  );
}
