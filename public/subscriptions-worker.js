/**
 * Shows what a device that follows is told, opens it, and ends it by one tap. It stands before all pages of the portal and touches
 * none of them: it hears no fetch. What is told comes whole, with its words (server/subscriptions/payload.ts). Written for browsers
 * of 2020.
 */

const API = '/api/subscriptions';
const SHELF = 'subscriptions';
const KEPT = '/api/subscriptions/device';

const ask = async (method, locale, body) => {
  const answer = await fetch(`${API}?locale=${locale}`, {
    method,
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
};

/** What this device follows, for pages that ask nobody (public/subscriptions.js). */
const remember = async (follows) => {
  const shelf = await caches.open(SHELF);
  await shelf.put(KEPT, new Response(JSON.stringify(follows)));
};

const show = ({ title, body, tag, locale, told = locale, end, silent = false, ...data }) =>
  self.registration.showNotification(title, {
    body,
    tag,
    silent,
    lang: told,
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    actions: end ? [{ action: 'end', title: end }] : [],
    data: { ...data, title, tag, locale },
  });

self.addEventListener('push', (event) => {
  let told;
  try {
    told = event.data.json();
  } catch {
    return; // nothing that the portal says
  }
  event.waitUntil(show(told));
});

const open = async (path) => {
  const url = new URL(path, self.location.origin).href;
  const pages = await self.clients.matchAll({ type: 'window' });
  const there = pages.find((page) => page.url === url);
  if (there?.focus) return there.focus();
  return self.clients.openWindow(url);
};

const endOf = async ({ follows, title, tag, locale, ended, stayed, page }) => {
  try {
    const subscription = await self.registration.pushManager.getSubscription();
    if (subscription) {
      const left = await ask('DELETE', locale, { endpoint: subscription.endpoint, follows });
      await remember(left.follows);
      if (left.follows.length === 0) await subscription.unsubscribe();
    }
    await show({ title: ended, body: title, tag, locale, url: page, silent: true });
  } catch {
    await show({ title: stayed, body: title, tag, locale, url: page, silent: true });
  }
};

self.addEventListener('notificationclick', (event) => {
  const { notification, action } = event;
  notification.close();
  event.waitUntil(action === 'end' ? endOf(notification.data) : open(notification.data.url));
});

// The browser has given this device another address: what it follows goes along.
self.addEventListener('pushsubscriptionchange', (event) => {
  const { oldSubscription: before, newSubscription } = event;
  if (!before) return;
  const move = async () => {
    const now = newSubscription || (await self.registration.pushManager.subscribe(before.options));
    const { endpoint, keys } = now.toJSON();
    const [p256dh, auth] = [keys.p256dh, keys.auth].map((key) => key.replace(/=/g, ''));
    await ask('PUT', 'vi', { reach: { endpoint, p256dh, auth }, former: before.endpoint });
  };
  event.waitUntil(move());
});
