'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button, ButtonLink } from '@/components/ui/button';
import { HallDialog } from './hall-dialog';

/** What was noted on this phone and is not sent: marks, and lessons among women. */
type Left = { marks: number; lessons: number };
const NOTHING: Left = { marks: 0, lessons: 0 };

/**
 * Stands around the form that signs out: the phone forgets its lists and the key to what waits on it, and warns her
 * first where something does. Where nothing is held nobody notices it.
 */
export function SignOutGuard({ children }: { children: ReactNode }) {
  const [left, setLeft] = useState(NOTHING);
  const form = useRef<HTMLFormElement>(null);
  const signOut = async () => {
    await forgetHolder().catch(() => null);
    form.current?.submit();
  };
  const stop = (event: FormEvent<HTMLDivElement>) => {
    event.preventDefault();
    form.current = event.target as HTMLFormElement;
    countLeft()
      .catch(() => NOTHING)
      .then((found) => (found.marks + found.lessons > 0 ? setLeft(found) : signOut()));
  };
  return (
    <div onSubmit={stop}>
      {children}
      {/* beside the rail, not in it: its links and buttons are made for dark ground, and it folds away */}
      {left.marks + left.lessons > 0 &&
        createPortal(
          <Warning left={left} onLeave={() => void signOut()} onStay={() => setLeft(NOTHING)} />,
          document.body,
        )}
    </div>
  );
}

/**
 * The memories are fetched when they are asked for: most who sign out never noted anything. Of a text being written she is not warned:
 * nobody else waits for it, and it is offered to her again.
 */
async function memories() {
  const [{ openStore, APP: attendance }, { openLessons, APP: lessons }, { openWritings, APP: writings }] =
    await Promise.all([
      import('@/domain/attendance/phone/phone-store'),
      import('@/domain/peer-lessons/phone/lesson-memory'),
      import('@/domain/articles/writing/writing-memory'),
    ]);
  return [
    { app: attendance, open: openStore, warns: true },
    { app: lessons, open: openLessons, warns: true },
    { app: writings, open: () => openWritings(), warns: false },
  ] as const;
}
const shared = () => import('@/domain/phone/phone-memory');

async function countLeft(): Promise<Left> {
  const { countWaiting, holderOf } = await shared();
  const counts = await Promise.all(
    (await memories()).map(async ({ open, warns }) => {
      if (!warns) return 0;
      const memory = await open();
      const holder = await holderOf(memory);
      const count = holder ? await countWaiting(memory, holder.deviceId) : 0;
      memory.close();
      return count;
    }),
  );
  return { marks: counts[0] ?? 0, lessons: counts[1] ?? 0 };
}

async function forgetHolder(): Promise<void> {
  const [{ dismiss }, { tellTabs }] = await Promise.all([shared(), import('@/domain/phone/phone-tabs')]);
  for (const { app, open } of await memories()) {
    const memory = await open();
    await dismiss(memory);
    memory.close();
    tellTabs(app);
  }
}

type WarningProps = { left: Left; onLeave: () => void; onStay: () => void };

function Warning({ left: { marks, lessons }, onLeave, onStay }: WarningProps) {
  const t = useTranslations('attendance.signOut');
  const l = useTranslations('peer-lessons.signOut');
  const title = marks > 0 ? t('title', { count: marks }) : l('title', { count: lessons });
  return (
    <HallDialog title={title} close={t('stay')} onClose={onStay}>
      {marks > 0 && <p className="mb-4">{t('lead')}</p>}
      {lessons > 0 && (
        <p className="mb-4">
          {marks > 0 && <b className="block">{l('title', { count: lessons })}</b>}
          {l('lead')}
        </p>
      )}
      <div className="grid gap-2.5">
        {marks > 0 && (
          <ButtonLink href="/admin/attendance" variant="primary" icon="send">
            {t('send')}
          </ButtonLink>
        )}
        {lessons > 0 && (
          <ButtonLink href="/admin/peer-lessons/phone" variant={marks > 0 ? 'secondary' : 'primary'} icon="send">
            {l('send')}
          </ButtonLink>
        )}
        <Button variant="danger" onClick={onLeave}>
          {t('leave')}
        </Button>
      </div>
    </HallDialog>
  );
}
