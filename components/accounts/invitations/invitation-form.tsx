'use client';

import type { ReactNode } from 'react';
import { Form } from '@/components/ui/forms/form';
import type { FormAction } from '@/components/ui/forms/form-state';
import { MadeLink } from './made-link';

/** The form of an invitation; its link is shown once, here, and nowhere else. */
export function InvitationForm({ action, children }: { action: FormAction; children: ReactNode }) {
  return (
    <Form action={action} concept="accounts">
      <MadeLink />
      {children}
    </Form>
  );
}
