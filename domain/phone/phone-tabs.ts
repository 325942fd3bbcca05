export type Tabs = { tell(): void; leave(): void };

/**
 * Tabs of one browser, and its worker, share the memory of an app: who has changed it tells the others. `onTold`: another tab has changed
 * what is kept, or for whom. Old browsers have no such channel and notice later.
 */
export function joinTabs(app: string, onTold?: () => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, leave() {} };
  const channel = new BroadcastChannel(app);
  if (onTold) channel.onmessage = onTold;
  return { tell: () => channel.postMessage(null), leave: () => channel.close() };
}

/** Tells the other tabs, for whoever changes the memory once and is gone. */
export function tellTabs(app: string): void {
  const tabs = joinTabs(app);
  tabs.tell();
  tabs.leave();
}
