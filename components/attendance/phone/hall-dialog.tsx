import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import { openDialog } from '../open-dialog';

type HallDialogProps = {
  title: string;
  /** what must stay in sight although the dialog covers it */
  note?: string | undefined;
  close: string;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog over the hall; the browser keeps the focus in it, closes it by Escape, and gives the focus back, however it goes. */
export function HallDialog({ title, note, close, onClose, children }: HallDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const close = openDialog(dialog.current);
    dialog.current?.querySelector('input')?.focus(); // where there is something to write, she can write at once
    return close;
  }, []);
  const leave = () => (dialog.current?.close ? dialog.current.close() : onClose());
  return (
    <dialog ref={dialog} className="hall-dialog" aria-labelledby={id} onClose={() => dialog.current?.open || onClose()}>
      <div className="flex items-center justify-between gap-3 pb-3">
        <div>
          <h2 id={id}>{title}</h2>
          {note && <p className="font-semibold text-sm">{note}</p>}
        </div>
        <button type="button" className="grid size-12 flex-none place-items-center" aria-label={close} onClick={leave}>
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
