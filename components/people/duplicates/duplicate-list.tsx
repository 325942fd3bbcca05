import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Form, HiddenField } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';
import type { LikelyPair } from '@/domain/people/duplicates/duplicate';
import { keepTogether } from '@/i18n/compounds';

type DuplicateListProps = { pairs: readonly LikelyPair[]; notSame: FormAction; mayMerge: boolean };

/** Pairs of records that may be one woman, why, and the two ways to settle each; merging is for who may. */
export function DuplicateList({ pairs, notSame, mayMerge }: DuplicateListProps) {
  const t = useTranslations('people');
  return (
    <ul className="grid gap-4">
      {pairs.map(({ one, other, reasons }) => (
        <li key={`${one.id} ${other.id}`} className="rounded-control border border-rule bg-card p-[18px]">
          <ul>
            {[one, other].map((person) => (
              <li key={person.id} className="border-rule border-b py-0.5">
                <Person person={person} />
              </li>
            ))}
          </ul>
          <p className="pt-2 text-ink-2 text-sm">{reasons.map((reason) => t(`reason.${reason}`)).join(', ')}</p>
          <div className="mt-3 flex flex-wrap items-start gap-3">
            {mayMerge && (
              <ButtonLink as={Link} href={`/admin/people/${one.id}/merge?with=${other.id}`} compact>
                {t('duplicates.merge')}{' '}
                <span className="sr-only">{t('duplicates.pair', { one: one.name, other: other.name })}</span>
              </ButtonLink>
            )}
            <Form action={notSame} concept="people">
              <HiddenField name="oneId" value={one.id} />
              <HiddenField name="otherId" value={other.id} />
              <SubmitButton variant="secondary" compact>
                {t('duplicates.notSame')}{' '}
                <span className="sr-only">{t('duplicates.pair', { one: one.name, other: other.name })}</span>
              </SubmitButton>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Person({ person: { id, name, birthYear, unitName: unit } }: { person: LikelyPair['one'] }) {
  const t = useTranslations('people.likely');
  return (
    <Link href={`/admin/people/${id}`} className="inline-flex min-h-11 items-center">
      {keepTogether(
        birthYear ? t('person', { name, year: String(birthYear), unit }) : t('personNoYear', { name, unit }),
      )}
    </Link>
  );
}
