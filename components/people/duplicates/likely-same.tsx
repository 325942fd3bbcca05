'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { useFormFacts } from '@/components/ui/forms/form-context';
import { SubmitButton } from '@/components/ui/forms/submit-button';
import { Link } from '@/components/ui/link';

type Candidate = {
  person: { id: string; name: string; birthYear: number | null; unitName: string };
  reasons: string[];
};

/** She is being written down; or her own record is corrected, which may then be merged with the other one. */
type LikelySameProps = { of: 'new' } | { of: 'edit'; personId: string; mayMerge: boolean };

/** Records that may be the same woman, why, and the two ways on: to that record, or to say that it is somebody else. */
export function LikelySame(props: LikelySameProps) {
  const t = useTranslations('people.likely');
  const reasonWords = useTranslations('people.reason');
  const { state } = useFormFacts();
  if (state.status !== 'problem' || state.problem !== 'likely-same') return null;
  const candidates: Candidate[] = JSON.parse(state.detail?.candidates ?? '[]');
  return (
    <section className="school-grid mb-6 p-[18px]">
      {/* what Enter in a field presses: it asks again, and never says "not the same" by itself */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <h2>{t(`${props.of}.title`)}</h2>
      <p className="mt-1 mb-3">{t(`${props.of}.lead`)}</p>
      <ul>
        {candidates.map(({ person: { id, name, birthYear, unitName: unit }, reasons }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-t py-3"
          >
            <div className="min-w-0">
              <strong className="block">
                {birthYear ? t('person', { name, year: String(birthYear), unit }) : t('personNoYear', { name, unit })}
              </strong>
              <span className="text-ink-2 text-sm">{reasons.map((reason) => reasonWords(reason)).join(', ')}</span>
            </div>
            <ButtonLink as={Link} href={wayTo(id, props)} compact>
              {t(`${props.of === 'edit' && props.mayMerge ? 'merge' : 'isHer'}`)}{' '}
              <span className="sr-only">{name}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
      {Number(state.detail?.near) > 0 && <p className="border-rule border-t py-3">{t('near')}</p>}
      <div className="mt-3">
        <SubmitButton variant="secondary" name="notSame" value={state.detail?.ids ?? ''}>
          {t(`${props.of}.notSame`)}
        </SubmitButton>
      </div>
    </section>
  );
}

const wayTo = (id: string, props: LikelySameProps) =>
  props.of === 'edit' && props.mayMerge ? `/admin/people/${props.personId}/merge?with=${id}` : `/admin/people/${id}`;
