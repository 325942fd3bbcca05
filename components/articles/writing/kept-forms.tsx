'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { formOf } from '@/domain/articles/writing/writing-memory';
import { KeptElsewhere } from './kept-elsewhere';
import { KeptOffer, KeptTold } from './kept-offer';
import { useWriting } from './use-writing';

/** Stands once around pages: keeps on this device what is written in each of their forms that has a name for that (`keeps`), and offers what was left. */
export function KeptForms({ accountId }: { accountId: string }) {
  const path = usePathname();
  const forms = useKeepingForms();
  const drawn = forms.map((form) => formOf(path, form.dataset.keeps ?? ''));
  return (
    <>
      <KeptElsewhere accountId={accountId} path={path} drawn={drawn} />
      {forms.map((form, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two forms of one name are told apart by where they stand
        <KeptForm key={`${drawn[at]} ${at}`} form={form} of={drawn[at] ?? ''} accountId={accountId} />
      ))}
    </>
  );
}

/** The forms of the page that are kept, as they come and go. */
function useKeepingForms(): readonly HTMLFormElement[] {
  const [forms, setForms] = useState<readonly HTMLFormElement[]>([]);
  useEffect(() => {
    const look = () => {
      const found = [...document.querySelectorAll<HTMLFormElement>('form[data-keeps]')];
      const isSame = (before: typeof forms) =>
        before.length === found.length && found.every((form, at) => form === before[at]);
      setForms((before) => (isSame(before) ? before : found));
    };
    look();
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    return () => changes.disconnect();
  }, []);
  return forms;
}

type FormProps = { form: HTMLFormElement; of: string; accountId: string };

function KeptForm({ form, of, accountId }: FormProps) {
  const place = useMemo(() => ({ current: form }), [form]);
  const { offered, told, take, drop } = useWriting(place, of, accountId, true);
  useEffect(() => {
    const fold = offered && form.closest('details');
    if (fold) fold.open = true;
  }, [offered, form]);
  const [above, below] = [form.querySelector('[data-kept=left]'), form.querySelector('[data-kept=told]')];
  return (
    <>
      {above &&
        offered &&
        createPortal(<KeptOffer offered={offered} what="words" onTake={take} onDrop={drop} />, above)}
      {below && told && createPortal(<KeptTold told={told} what="words" />, below)}
    </>
  );
}
