/**
 * For browsers that know no gap between the parts of a line (Chrome up to 83, Safari up to 14.0): the gap that the styles
 * ask for is given as margins. Loaded by portal.js where it is needed, and nowhere else.
 */
(() => {
  let given = [];

  const isBox = (node) => node.nodeType === Node.ELEMENT_NODE;
  const takesPart = (node) => {
    if (!isBox(node)) return node.nodeType === Node.TEXT_NODE && node.data.trim() !== '';
    const { display, position } = getComputedStyle(node);
    return display !== 'none' && !/absolute|fixed/.test(position);
  };
  const give = (box, side, length) => {
    const own = Number.parseFloat(getComputedStyle(box)[side]) || 0;
    given.push([box, side]);
    box.style[side] = `${own + length}px`;
  };
  /** After the one before, so that a part pushed to the end stays there; words have no margin of their own. */
  const between = (before, part, sides, length) => {
    if (isBox(before)) give(before, sides[1], length);
    else if (isBox(part)) give(part, sides[0], length);
  };

  const gapsOf = (box) => {
    const { display, flexDirection, flexWrap, columnGap, rowGap } = getComputedStyle(box);
    if (!/flex$/.test(display)) return null;
    const [across, down] = [columnGap, rowGap].map((gap) => Number.parseFloat(gap) || 0);
    return across || down
      ? { box, across, down, column: /^column/.test(flexDirection), wraps: flexWrap !== 'nowrap' }
      : null;
  };

  const lay = () => {
    for (const [box, side] of given) box.style[side] = '';
    given = [];
    const lines = [...document.body.querySelectorAll('*')].map(gapsOf).filter(Boolean);
    for (const line of lines) {
      line.parts = [...line.box.childNodes].filter(takesPart);
      line.parts.slice(1).forEach((part, at) => {
        if (line.column) between(line.parts[at], part, ['marginTop', 'marginBottom'], line.down);
        else if (line.across) between(line.parts[at], part, ['marginLeft', 'marginRight'], line.across);
      });
    }
    // Where a line has broken, the lines below the first are set apart from it.
    for (const { parts, down, column, wraps } of lines) {
      const boxes = parts.filter(isBox);
      if (column || !wraps || !down || boxes.length < 2) continue;
      const first = boxes[0].getBoundingClientRect().bottom;
      for (const part of boxes.filter((each) => each.getBoundingClientRect().top >= first - 1))
        give(part, 'marginTop', down);
    }
  };

  lay();
  addEventListener('load', lay);
  addEventListener('resize', lay);
  addEventListener('toggle', lay, true);
  new MutationObserver(lay).observe(document.documentElement, { attributes: true, attributeFilter: ['data-text'] });
})();
