import { useEffect, useRef, useState } from 'react';
import { Sender, type Sending } from './sender';
import { wayToPortal } from './way';

const isSame = (one: File | null, other: File) =>
  one?.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** A chosen file that is sent while she goes on writing, and what can be done with it. */
export function useUpload() {
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const sender = useRef<Sender | null>(null);
  // a page that is left sends nothing more; what has come waits for the same file
  useEffect(() => () => sender.current?.end(), []);

  const leave = (how: 'end' | 'cancel') => {
    sender.current?.[how]();
    sender.current = null;
    setFile(null);
    setSending(null);
  };
  return {
    file,
    sending,
    choose: (chosen: File | null) => {
      if (!chosen || (isSame(file, chosen) && sending?.step !== 'unreadable')) return;
      leave('cancel');
      const next = new Sender(chosen, wayToPortal(), setSending);
      sender.current = next;
      setFile(chosen);
      void next.send();
    },
    goOn: () => void sender.current?.send(),
    cancel: () => leave('cancel'),
    /** the portal has taken it, or thrown it away */
    forget: () => leave('end'),
  };
}
