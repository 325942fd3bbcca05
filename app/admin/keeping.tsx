import type { ReactNode } from 'react';
import { KeptForms } from '@/components/articles/writing/kept-forms';
import { Words } from '@/components/layout/words';
import { getViewer } from '@/server/sign-in/session';

/** Stands around pages of the newsroom: keeps on the device what is typed into their forms, for whoever is signed in. */
export async function Keeping({ children }: { children: ReactNode }) {
  const viewer = await getViewer();
  return (
    <>
      {viewer && (
        <Words of={['articles.kept']}>
          <KeptForms accountId={viewer.accountId} />
        </Words>
      )}
      {children}
    </>
  );
}
