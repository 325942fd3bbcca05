import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { Remedy, UnitGap } from '@/domain/coverage/coverage';
import { today } from '@/domain/days/day';
import { remedyHref } from '../remedy-link';

/** The deeds that one tap does, and what their forms bring along so that she comes back to where she was. */
export type MatrixDeeds = {
  activate: FormAction;
  tie: FormAction;
  communeId: string;
  back: string;
  /** the record of a unit that she did it from, and comes back to; without it the matrix */
  fromUnit?: string;
};

type DeedProps = { gap: UnitGap; deeds: MatrixDeeds | undefined; primary?: boolean; long?: boolean };

/** The deed that mends a gap: done by one tap where all that it needs stands already, else a link to its form. Nothing where it is not hers. */
export function GapDeed({ gap, deeds, primary = false, long = false }: DeedProps) {
  const t = useTranslations('coverage');
  const { remedy } = gap;
  if (!remedy) return null;
  const words = long ? t(`remedy.${remedy.deed}`) : t(`matrix.deed.${remedy.deed}`);
  const place = gap.parentName ? `${gap.name}, ${gap.parentName}` : gap.name;
  const said = (
    <>
      {words} <span className="sr-only">({place})</span>
    </>
  );
  const look = { variant: primary ? 'primary' : 'secondary', compact: true } as const;
  const fields = deeds && sentBy(remedy);
  if (!fields)
    return (
      <ButtonLink as={Link} href={remedyHref(gap.unitId, remedy)} {...look}>
        {said}
      </ButtonLink>
    );
  return (
    <Form action={fields.action === 'tie' ? deeds.tie : deeds.activate} concept={fields.concept}>
      {Object.entries({
        ...fields.sent,
        from: today(),
        communeId: deeds.communeId,
        at: gap.unitId,
        back: deeds.back,
        ...(deeds.fromUnit && { fromUnit: deeds.fromUnit }),
      }).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton {...look}>{said}</SubmitButton>
    </Form>
  );
}

/** What the form of a deed sends; null of a deed that asks for more than a tap. */
function sentBy(remedy: Remedy) {
  if (remedy.deed === 'activate') {
    const { modelId, version } = remedy;
    return { action: 'activate', concept: 'digital-models', sent: { modelId, version, status: 'active' } } as const;
  }
  if (remedy.deed !== 'tie') return null;
  const { pairId, modelId, version } = remedy;
  return { action: 'tie', concept: 'pairs', sent: { pairId, modelId, version } } as const;
}
