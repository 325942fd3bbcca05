/**
 * The one script of public pages. Every page works without it: it lets readers choose the size of text and whether
 * pictures come at once, hear a text,
 * go on where they stopped, hand a page on with what their device offers, walk over the map with the arrow keys, and open
 * the calendar of a day. More scripts come where a page needs them. It comes while the page is read; that scripts run, and
 * the chosen size, is said in the head before anything is painted (server/front/portal-script.ts). Written for browsers of
 * 2020: Chrome 80, Firefox 78, Safari 13.1.
 */
(() => {
  const page = document.documentElement;
  const speech = window.SpeechSynthesisUtterance && window.speechSynthesis;

  // The size of text, remembered on this device.

  const sizes = ['normal', 'large', 'larger', 'half', 'double'];
  const sizeNow = () => page.dataset.text || 'normal';

  const remember = (name, chosen) => {
    try {
      localStorage.setItem(name, chosen);
    } catch {
      // Storage may be closed in private windows and in-app browsers: then it holds for this page only.
    }
  };

  const showSize = () => {
    for (const button of document.querySelectorAll('[data-text-size]'))
      button.setAttribute('aria-pressed', String(button.dataset.textSize === sizeNow()));
    for (const button of document.querySelectorAll('[data-larger]'))
      button.querySelector('span').textContent = button.dataset.larger.split('|')[sizes.indexOf(sizeNow())];
  };
  const setSize = (size) => {
    page.dataset.text = size;
    remember('text-size', size);
    showSize();
  };

  // Pictures that come when they are asked for, one by one; remembered on this device.

  const areAsked = () => page.dataset.pictures === 'asked';
  const showPictures = () => {
    for (const button of document.querySelectorAll('[data-loading]'))
      button.querySelector('span').textContent = button.dataset.loading.split('|')[areAsked() ? 1 : 0];
  };
  const choosePictures = () => {
    if (areAsked()) delete page.dataset.pictures;
    else page.dataset.pictures = 'asked';
    remember('pictures', areAsked() ? 'asked' : 'at-once');
    showPictures();
  };
  const showPicture = (button) => {
    const figure = button.closest('figure');
    figure.classList.add('is-asked');
    figure.tabIndex = -1;
    figure.focus();
  };

  // Reading aloud, sentence by sentence: long texts are cut off by some browsers, and not all can pause within one.

  const SILENT_MS = 4000;
  const readAloud = (bar) => {
    const part = (name) => bar.querySelector(`[data-read="${name}"]`);
    const status = bar.querySelector('[role=status]');
    let sentences = [];
    let at = 0;
    let run = 0;
    let heard = false;

    const say = (words) => {
      status.textContent = words;
    };
    const show = (state) => {
      const inside = bar.contains(document.activeElement);
      part('play').hidden = state === 'reading';
      part('pause').hidden = state !== 'reading';
      part('stop').hidden = state === 'idle';
      // What was pressed may be gone now: the focus goes to what comes next.
      if (inside) part(state === 'reading' ? 'pause' : 'play').focus();
    };
    const mark = (block) => {
      for (const old of document.querySelectorAll('.heard')) old.classList.remove('heard');
      if (!block) return;
      block.classList.add('heard');
      block.scrollIntoView({ block: 'nearest' });
    };
    const halt = (state) => {
      run++;
      speech.cancel();
      show(state);
      if (state === 'idle') {
        at = 0;
        mark(null);
      }
    };
    const speak = (voice) => {
      const mine = ++run;
      const next = () => {
        if (mine !== run) return;
        if (at >= sentences.length) return halt('idle');
        const { text, block } = sentences[at];
        const words = new SpeechSynthesisUtterance(text);
        words.lang = langOf(bar) === 'vi' ? 'vi-VN' : 'en-GB';
        if (voice) words.voice = voice;
        words.rate = 0.95;
        words.onstart = () => {
          heard = true;
        };
        words.onend = () => {
          heard = true;
          if (mine === run) at++;
          next();
        };
        words.onerror = () => mine === run && halt('paused');
        mark(block);
        speech.speak(words);
      };
      next();
      // A device without any voice says nothing at all, not even that it cannot.
      setTimeout(() => {
        if (mine !== run || heard) return;
        halt('idle');
        if (sound()) playSound();
        else say(bar.dataset.noVoice);
      }, SILENT_MS);
    };
    const voices = () => (speech ? speech.getVoices() : []);
    const voiceOf = () => voices().find(({ lang }) => lang.slice(0, 2).toLowerCase() === langOf(bar));
    // A list that is still empty says nothing: the device may well have a voice.
    const lack = () => (!speech ? bar.dataset.noSpeech : voices()[0] && !voiceOf() ? bar.dataset.noVoice : '');
    // Somebody has read the text that is shown.
    const sound = () => shownText(bar)?.querySelector('audio');
    const playSound = () =>
      sound()
        .play()
        .catch(() => {});
    const settle = () => {
      const words = sound() ? '' : lack();
      part('play').hidden = words;
      say(words);
    };
    const play = () => {
      if (lack()) return playSound();
      sound()?.pause();
      say('');
      if (!at) sentences = sentencesOf(shownText(bar));
      show('reading');
      speak(voiceOf());
    };

    part('play').addEventListener('click', play);
    settle();
    const recorded = sound();
    recorded?.addEventListener('error', () => say(recorded.parentElement.dataset.broken));
    recorded?.addEventListener('play', () => {
      say('');
      if (part('play').hidden) halt('paused');
    });
    // Another version of the text is shown now: what was heard of the one before is not gone on with.
    let heardText = shownText(bar);
    addEventListener('hashchange', () => {
      if (heardText === shownText(bar)) return;
      heardText = shownText(bar);
      if (speech) halt('idle');
      recorded?.pause();
      settle();
    });
    if (!speech) return;
    speech.onvoiceschanged = () => part('pause').hidden && settle();
    part('pause').addEventListener('click', () => halt('paused'));
    part('stop').addEventListener('click', () => halt('idle'));
    addEventListener('pagehide', () => speech.cancel());
  };

  /** Of the versions of a text that a bar names the one that is shown. */
  const shownText = ({ dataset }) =>
    dataset.readAloud
      .split(' ')
      .map((id) => document.getElementById(id))
      .find((text) => text?.offsetParent);

  /** A text may be in another language than the page around it. */
  const langOf = (bar) => (shownText(bar) || page).closest('[lang]').lang.slice(0, 2);

  const readable = 'h1, h2, h3, h4, p, li, dt, dd, th, td, blockquote, figcaption';
  const blocksOf = (text) =>
    [...text.querySelectorAll(readable)].filter(
      (block) => !block.querySelector(readable) && !block.closest('[aria-hidden=true], .no-print, .ask-for-picture'),
    );
  const sentencesOf = (text) => {
    text.classList.add('gathered');
    const sentences = blocksOf(text)
      .filter((block) => block.offsetParent)
      .flatMap((block) =>
        // biome-ignore lint/performance/useDomNodeTextContent: only what is drawn is to be heard
        (block.innerText.match(/\S.*?(?:[.!?…]+["”»)]*(?=\s)|$)/gm) || []).map((text) => ({ text, block })),
      );
    text.classList.remove('gathered');
    return sentences;
  };

  // The place in a long text, by its block and not its height: letters may be larger next time. It is kept on this device alone, for thirty
  // days, and forgotten once she has read to the end.

  const PLACES_MAX = 20;
  const KEPT_MS = 30 * 86_400_000;
  const places = (change) => {
    try {
      const now = Date.now();
      const kept = JSON.parse(localStorage.getItem('places') || '{}');
      const over = Object.keys(kept).filter((path) => !(kept[path][1] > now - KEPT_MS));
      for (const path of over) delete kept[path];
      if (change || over.length) {
        change?.(kept, now);
        const oldest = Object.keys(kept).sort((one, other) => kept[one][1] - kept[other][1]);
        for (const path of oldest.slice(0, -PLACES_MAX)) delete kept[path];
        if (oldest.length) localStorage.setItem('places', JSON.stringify(kept));
        else localStorage.removeItem('places');
      }
      return kept;
    } catch {
      return {};
    }
  };
  const keepPlace = (bar) => {
    const text = document.getElementById(bar.dataset.readAloud.split(' ').pop());
    const [go, forget] = ['go', 'forget'].map((name) => bar.querySelector(`[data-place="${name}"]`));
    if (!text || !go) return;
    // Behind an easy version that is shown first the whole text has no height yet.
    const begin = () => {
      if (text.offsetHeight < innerHeight * 3) return;
      removeEventListener('hashchange', begin);
      keepPlaceIn(text, go, forget);
    };
    addEventListener('hashchange', begin);
    begin();
  };
  const keepPlaceIn = (text, go, forget) => {
    const path = location.pathname;
    const blocks = blocksOf(text);
    const offer = (shown) => {
      go.hidden = forget.hidden = !shown;
    };
    const drop = () => {
      places((kept) => delete kept[path]);
      offer(false);
    };
    const stopped = blocks[(places()[path] || [])[0]];
    offer(stopped);
    go.addEventListener('click', () => {
      stopped.scrollIntoView();
      stopped.tabIndex = -1;
      stopped.focus({ preventScroll: true });
      offer(false);
    });
    forget.addEventListener('click', drop);
    let waits;
    const note = () => {
      waits = 0;
      if (!text.offsetParent) return;
      if (text.getBoundingClientRect().bottom <= innerHeight) return drop();
      const at = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
      if (at > 2)
        places((kept, now) => {
          kept[path] = [at, now];
        });
    };
    addEventListener(
      'scroll',
      () => {
        waits = waits || setTimeout(note, 500);
      },
      { passive: true },
    );
  };

  // Handing a page on.

  const say = (button, words) => {
    const status = button.closest('[data-share-row]')?.querySelector('[role=status]');
    if (status) status.textContent = words;
  };
  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      say(button, button.dataset.copied);
    } catch {
      // No clipboard here: the address is shown, to be copied by hand.
      say(button, button.dataset.copy);
    }
  };
  const share = (button) =>
    navigator.share({ url: button.dataset.share, title: button.dataset.title, text: button.dataset.text }).catch(() => {
      // she changed her mind
    });

  // Over the map with arrow keys: to the nearest tile in that direction.

  const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const walk = (event) => {
    const towards = directions[event.key];
    const tile = event.target.closest?.('svg a');
    if (!towards || !tile || event.ctrlKey || event.metaKey || event.altKey) return;
    const [x, y] = middle(tile);
    let nearest = null;
    let shortest = Number.POSITIVE_INFINITY;
    for (const other of tile.closest('svg').querySelectorAll('a')) {
      const [dx, dy] = middle(other).map((value, axis) => value - [x, y][axis]);
      const ahead = dx * towards[0] + dy * towards[1];
      const aside = Math.abs(dx * towards[1]) + Math.abs(dy * towards[0]);
      const way = ahead + aside * 2;
      if (ahead > 1 && aside <= ahead * 1.8 && way < shortest) {
        nearest = other;
        shortest = way;
      }
    }
    event.preventDefault();
    nearest?.focus();
  };

  // Menus close when one turns to something else.

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll('details[data-menu][open]')) if (menu !== except) menu.open = false;
  };

  // A calendar beside a day: it comes when it is first asked for. Without it the day can still be typed.

  const openCalendar = (button) => {
    if (window.openCalendar) return window.openCalendar(button);
    const script = document.createElement('script');
    script.src = '/day-calendar.js';
    script.onload = () => window.openCalendar(button);
    script.onerror = () => button.parentElement.querySelector('input').focus();
    document.head.append(script);
  };

  addEventListener('click', ({ target }) => {
    const button = target.closest?.('button');
    closeMenus(target.closest?.('details[data-menu]'));
    if (!button) return;
    const { textSize, larger, copy: address, share: shared, print: paper, loading, picture } = button.dataset;
    if (textSize) setSize(textSize);
    if (larger) setSize(sizes[(sizes.indexOf(sizeNow()) + 1) % sizes.length]);
    if (loading) choosePictures();
    if (picture !== undefined) showPicture(button);
    if (address) copy(button);
    if (shared) share(button);
    if (button.dataset.calendar) openCalendar(button);
    if (paper !== undefined) print();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      const open = document.querySelector('details[data-menu][open]');
      closeMenus();
      open?.querySelector('summary').focus();
    }
    walk(event);
  });

  // Paper cannot be unfolded.

  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('details[data-whole-on-paper]')) part.open = true;
  });

  // Browsers that know no gap between the parts of a line are given it as margins.

  const come = (src) => document.head.append(Object.assign(document.createElement('script'), { src }));
  const probe = document.createElement('p');
  probe.style.cssText = 'position:absolute;display:flex;flex-direction:column;row-gap:1px;margin:0';
  probe.append(document.createElement('i'), document.createElement('i'));
  document.body.append(probe);
  if (probe.scrollHeight !== 1) come('/flex-gap.js');
  probe.remove();

  // Following on this device: what it takes comes where a page has a part for it.

  if (document.querySelector('[data-follow]')) come('/subscriptions.js');

  showSize();
  showPictures();
  // What is older leaves the device on whichever page she comes back to.
  places();
  if (window.HTMLDialogElement && HTMLDialogElement.prototype.showModal) page.classList.add('opens-calendars');
  for (const bar of document.querySelectorAll('[data-read-aloud]')) {
    readAloud(bar);
    keepPlace(bar);
  }
})();
