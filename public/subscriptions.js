/**
 * Following on this device: the buttons of panels and of the page that lists what it follows. It comes where a page has such a part
 * (public/portal.js); without it, or where a browser knows no push, feeds and words stand there. Nobody is asked for permission before
 * she taps. Written for browsers of 2020.
 */
(() => {
  const API = '/api/subscriptions';
  const SHELF = 'subscriptions';
  const KEPT = '/api/subscriptions/device';
  const WORKER = '/subscriptions-worker.js';
  const locale = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const canBeTold =
    'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window && 'caches' in window;

  /** A refusal in words, or the name of some that stand in the page. */
  class Refused extends Error {
    constructor(name, words) {
      super(name);
      this.words = words;
    }
  }

  const ask = async (method, path, body) => {
    let answer;
    try {
      answer = await fetch(`${API}${path}?locale=${locale}`, {
        method,
        credentials: 'omit',
        headers: body ? { 'content-type': 'application/json' } : {},
        body: body && JSON.stringify(body),
      });
    } catch {
      throw new Refused('offline');
    }
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused('failed', said.words);
    return said;
  };

  // What this device follows is remembered here, so that a page shows it and asks nobody.

  const remember = async ({ follows }) => {
    const shelf = await caches.open(SHELF).catch(() => null);
    if (shelf) await shelf.put(KEPT, new Response(JSON.stringify(follows)));
  };
  const remembered = async () => {
    if (!(await subscriptionNow())) return [];
    const shelf = await caches.open(SHELF);
    const kept = await shelf.match(KEPT);
    return kept ? kept.json() : [];
  };

  const subscriptionNow = async () => {
    const registration = await navigator.serviceWorker.getRegistration('/');
    return registration?.active && registration.scope === `${location.origin}/`
      ? registration.pushManager.getSubscription()
      : null;
  };

  const bytesOf = (key) => {
    const text = atob(key.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  };
  const isSame = (bytes, others) => Boolean(others) && String(new Uint8Array(others)) === String(bytes);

  /** The address that this device has at its push service, made where it has none, or one of another portal's key. */
  const subscribed = async () => {
    const { key } = await ask('GET', '');
    if (!key) throw new Refused('failed');
    const applicationServerKey = bytesOf(key);
    await navigator.serviceWorker.register(WORKER);
    const { pushManager } = await navigator.serviceWorker.ready;
    const before = await pushManager.getSubscription();
    if (before && isSame(applicationServerKey, before.options.applicationServerKey)) return before;
    if (before) await before.unsubscribe();
    try {
      return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    } catch (error) {
      throw new Refused(error.name === 'NotAllowedError' ? 'denied' : 'noService');
    }
  };

  const reachOf = (subscription) => {
    const { endpoint, keys } = subscription.toJSON();
    return { endpoint, p256dh: keys.p256dh.replace(/=/g, ''), auth: keys.auth.replace(/=/g, '') };
  };

  const follow = async (followed, instead) => {
    const allowed = await Notification.requestPermission();
    if (allowed !== 'granted') throw new Refused(allowed === 'denied' ? 'denied' : 'notAllowed');
    const reach = reachOf(await subscribed());
    const device = await ask('POST', '', instead ? { reach, followed, instead } : { reach, followed });
    await remember(device);
    return device;
  };

  /** Ends these, or everything; the device gives its address up with the last. */
  const end = async (ids) => {
    const subscription = await subscriptionNow();
    let device = { follows: [] };
    if (subscription) {
      const { endpoint } = subscription;
      device = await ask('DELETE', '', ids ? { endpoint, follows: ids } : { endpoint });
      if (!device.follows.length) await subscription.unsubscribe();
    }
    await remember(device);
    return device;
  };

  /** One tap at a time; what came of it is said where she tapped. */
  const tapping = (box) => {
    const words = JSON.parse(box.dataset.words);
    const status = box.querySelector('[role=status]');
    const say = (text) => {
      status.textContent = text;
    };
    let isBusy = false;
    const tap = async (work) => {
      if (isBusy) return;
      isBusy = true;
      say(words.asking);
      try {
        say(words[await work()] || '');
      } catch (error) {
        say(error.words || words[error.message] || words.failed);
      }
      isBusy = false;
    };
    return { words, say, tap };
  };

  // A panel beside a list or a place: it follows that, and ends it again.

  const panel = (box) => {
    if (!canBeTold) return;
    const { tap } = tapping(box);
    const [start, stop] = ['follow', 'end'].map((name) => box.querySelector(`[data-follow-do=${name}]`));
    const { commune = '', topic = '' } = box.dataset;
    const isThis = (one) => one.commune === commune && one.topic === topic && !one.alertsAlone;
    const show = (mine) => {
      const inside = box.contains(document.activeElement);
      start.hidden = Boolean(mine);
      stop.hidden = !mine;
      if (inside) (mine ? stop : start).focus();
    };
    const choice = { alertsAlone: false };
    if (commune) choice.commune = commune;
    if (topic) choice.topic = topic;
    let mine;
    const learn = ({ follows }) => {
      mine = follows.find(isThis);
      show(mine);
    };
    start.addEventListener('click', () =>
      tap(async () => {
        learn(await follow(choice));
        return 'following';
      }),
    );
    stop.addEventListener('click', () =>
      tap(async () => {
        learn(await end([mine.id]));
        return 'ended';
      }),
    );
    start.hidden = false;
    remembered().then(
      (follows) => learn({ follows }),
      () => {},
    );
  };

  // The page that lists what this device follows.

  const caseHere = () => {
    if (/Zalo|FBA[NV]|Instagram|Messenger/i.test(navigator.userAgent)) return 'inApp';
    const isApple =
      /iP(hone|ad|od)/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
    return isApple ? 'iphone' : 'old';
  };

  const list = (box) => {
    const { words, say, tap } = tapping(box);
    const [rows, pattern, all, language] = ['rows', 'row', 'all', 'language'].map((name) =>
      box.querySelector(`[data-follow-${name}]`),
    );
    box.querySelector('[data-follow-plain]').hidden = true;
    const form = document.querySelector('form[data-follow-choice]');
    const button = form.querySelector('[data-follow-do=follow]');
    if (!canBeTold) return say(document.querySelector(`[data-follow-case=${caseHere()}]`).textContent);
    let instead;

    const draw = (device) => {
      rows.textContent = '';
      for (const one of device.follows) {
        const row = pattern.content.cloneNode(true);
        row.querySelector('[data-follow-name]').textContent = one.words;
        for (const part of row.querySelectorAll('button')) {
          part.append(
            Object.assign(document.createElement('span'), { className: 'sr-only', textContent: ` ${one.words}` }),
          );
          part.addEventListener('click', () => (part.dataset.followDo === 'end' ? stop([one.id]) : change(one)));
        }
        rows.append(row);
      }
      all.hidden = device.follows.length < 2;
      language.textContent = device.follows.length ? words[device.language] : words.none;
    };
    const stop = (ids) =>
      tap(async () => {
        draw(await end(ids));
        const next = rows.querySelector('button') || form.querySelector('select');
        next.focus();
        return 'ended';
      });
    /** Chooses what is followed; what is in the list no more stands there by its words, so that it is not taken for everything. */
    const choose = (select, value, words) => {
      if (value && ![...select.options].some((option) => option.value === value)) select.add(new Option(words, value));
      select.value = value;
    };
    const label = (name) => {
      button.textContent = words[name];
    };
    const change = ({ id, commune, topic, alertsAlone, words: named }) => {
      instead = id;
      choose(form.elements.commune, commune, named);
      choose(form.elements.topic, topic, named);
      form.elements.alerts.checked = alertsAlone;
      label('replace');
      form.elements.commune.focus();
    };
    button.addEventListener('click', () =>
      tap(async () => {
        const { commune, topic, alerts } = form.elements;
        const choice = { alertsAlone: alerts.checked };
        if (commune.value) choice.commune = commune.value;
        if (topic.value) choice.topic = topic.value;
        draw(await follow(choice, instead));
        instead = undefined;
        label('follow');
        return 'following';
      }),
    );
    all.addEventListener('click', () => stop());
    button.hidden = false;
    if (Notification.permission === 'denied') say(words.denied);
    const read = async () => {
      const subscription = await subscriptionNow();
      const device = subscription
        ? await ask('POST', '/device', { endpoint: subscription.endpoint })
        : { follows: [], language: locale };
      await remember(device);
      draw(device);
    };
    read().catch((error) => say(error.words || words.unread));
  };

  for (const box of document.querySelectorAll('[data-follow=panel]')) panel(box);
  for (const box of document.querySelectorAll('[data-follow=list]')) list(box);
})();
