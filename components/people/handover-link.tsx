'use client';

import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { useFormFacts } from '@/components/ui/forms/form-context';
import { Link } from '@/components/ui/link';

/** A link to the handover, where an office or a pair stands in the way of her leaving. */
export function HandoverLink({ personId, children }: { personId: string; children: ReactNode }) {
  const { state } = useFormFacts();
  if (state.status !== 'problem' || !['holds-office', 'in-pair', 'holds-role'].includes(state.problem)) return null;
  return (
    <p className="mb-4">
      <ButtonLink as={Link} href={`/admin/people/${personId}/handover`} compact>
        {children}
      </ButtonLink>
    </p>
  );
}
