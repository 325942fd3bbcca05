import { useTranslations } from 'next-intl';
import { useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { KEYS, newLock, press } from '@/domain/attendance/phone/pocket-lock';
import { openDialog } from '../open-dialog';

const KEPT = 'hall-locked';

/** Whether the screen is locked; it stays so through a reload, in this tab. */
export function useLocked() {
  const [locked, setLocked] = useState(() => sessionStorage.getItem(KEPT) === 'yes');
  const set = (next: boolean) => {
    if (next) sessionStorage.setItem(KEPT, 'yes');
    else sessionStorage.removeItem(KEPT);
    setLocked(next);
  };
  return [locked, set] as const;
}

/** Lies over the app so that a phone in a pocket marks nobody; three figures, which it tells itself, take it away. */
export function LockScreen({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations('attendance.hall.lock');
  const [lock, setLock] = useState(() => newLock());
  const screen = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => openDialog(screen.current), []);
  const onPress = (figure: number) => {
    const next = press(lock, figure);
    if (next) setLock(next);
    else onOpen();
  };
  return (
    <dialog
      ref={screen}
      className="hall-lock"
      aria-labelledby="hall-lock"
      onCancel={(event) => event.preventDefault()}
      // a browser lets a second Escape close it all the same
      onClose={(event) => event.currentTarget.isConnected && event.currentTarget.showModal()}
      onKeyDown={(event) => /^[1-9]$/.test(event.key) && onPress(Number(event.key))}
    >
      <div className="mx-auto grid max-w-80 content-center gap-5 text-center">
        <Icon name="lock" size={40} className="mx-auto" />
        <h2 id="hall-lock">{t('title')}</h2>
        <p role="status">
          {t('lead')} <b className="block text-figure">{lock.code.join(' ')}</b>
          <span className="block">{t('typed', { typed: lock.typed, all: lock.code.length })}</span>
        </p>
        <div className="grid grid-cols-3 gap-3">
          {KEYS.map((figure) => (
            <button key={figure} type="button" className="button secondary min-h-16!" onClick={() => onPress(figure)}>
              {figure}
            </button>
          ))}
        </div>
      </div>
    </dialog>
  );
}
