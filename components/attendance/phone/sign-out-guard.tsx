'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button, ButtonLink } from '@/components/ui/button';
import { HallDialog } from './hall-dialog';

/**
 * Stands around the form that signs out: the phone forgets its lists and the key to what waits on it, and warns her
 * first where something does. Where nothing is held nobody notices it.
 */
export function SignOutGuard({ children }: { children: ReactNode }) {
  const [left, setLeft] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const signOut = async () => {
    await forgetHolder().catch(() => null);
    form.current?.submit();
  };
  const stop = (event: FormEvent<HTMLDivElement>) => {
    event.preventDefault();
    form.current = event.target as HTMLFormElement;
    countLeft()
      .catch(() => 0)
      .then((count) => (count > 0 ? setLeft(count) : signOut()));
  };
  return (
    <div onSubmit={stop}>
      {children}
      {/* beside the rail, not in it: its links and buttons are made for dark ground, and it folds away */}
      {left > 0 &&
        createPortal(<Warning count={left} onLeave={() => void signOut()} onStay={() => setLeft(0)} />, document.body)}
    </div>
  );
}

/** The phone's memory is fetched when it is asked for: most who sign out never took attendance. */
const memory = () => import('@/domain/attendance/phone/phone-store');
const tabs = () => import('@/domain/attendance/phone/phone-tabs');

async function countLeft(): Promise<number> {
  const { countWaiting, holderOf, openStore } = await memory();
  const store = await openStore();
  const holder = await holderOf(store);
  const count = holder ? await countWaiting(store, holder.deviceId) : 0;
  store.close();
  return count;
}

async function forgetHolder(): Promise<void> {
  const { dismiss, openStore } = await memory();
  const store = await openStore();
  await dismiss(store);
  store.close();
  (await tabs()).tellTabs();
}

type WarningProps = { count: number; onLeave: () => void; onStay: () => void };

function Warning({ count, onLeave, onStay }: WarningProps) {
  const t = useTranslations('attendance.signOut');
  return (
    <HallDialog title={t('title', { count })} close={t('stay')} onClose={onStay}>
      <p className="mb-4">{t('lead')}</p>
      <div className="grid gap-2.5">
        <ButtonLink href="/admin/attendance" variant="primary" icon="send">
          {t('send')}
        </ButtonLink>
        <Button variant="danger" onClick={onLeave}>
          {t('leave')}
        </Button>
      </div>
    </HallDialog>
  );
}
