/** Tabs of one browser, and its worker, share the phone's memory: who has changed it tells the others. */
const CHANNEL = 'attendance';

export type Tabs = { tell(): void; leave(): void };

/** `onTold`: another tab has changed what is kept, or for whom. Old browsers have no such channel and notice later. */
export function joinTabs(onTold?: () => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, leave() {} };
  const channel = new BroadcastChannel(CHANNEL);
  if (onTold) channel.onmessage = onTold;
  return { tell: () => channel.postMessage(null), leave: () => channel.close() };
}

/** Tells the other tabs, for whoever changes the store once and is gone. */
export function tellTabs(): void {
  const tabs = joinTabs();
  tabs.tell();
  tabs.leave();
}
