import cascadeLayers from '@csstools/postcss-cascade-layers';
import logical from 'postcss-logical';
import selectors from 'postcss-selector-parser';
import { reachedSources } from './scripts/product/reached-sources.mjs';

/** `:where(a)` says no more than `a` where layers decide what outweighs what; browsers of 2020 drop the whole rule. */
const said = selectors((list) => {
  list.walkPseudos((pseudo) => {
    if (pseudo.value !== ':where') return;
    if (pseudo.length > 1) pseudo.value = ':is';
    else pseudo.replaceWith(...(pseudo.first?.nodes ?? []));
  });
});

/** What Tailwind writes for browsers of today, said so that the browsers in package.json understand it too. */
const plainly = {
  postcssPlugin: 'plainly',
  OnceExit(root) {
    // The first values of Tailwind's own properties: what it gives to some browsers is for all of them.
    root.walkAtRules('property', (rule) => rule.remove());
    root.walkAtRules('supports', (rule) => {
      if (rule.params.includes('-moz-orient')) rule.replaceWith(rule.nodes);
    });
    root.walkRules((rule) => {
      if (rule.selector.includes(':where(')) rule.selector = said.processSync(rule.selector);
    });
    root.walkDecls((declaration) => {
      if (/\ddvh\b/.test(declaration.value))
        declaration.cloneBefore({ value: declaration.value.replace(/(\d)dvh\b/g, '$1vh') });
    });
  },
};

/**
 * Tailwind's classes hand each other what they say by properties of its own, so that any two can be joined. Here the later one
 * outweighs the earlier: a class says it where it is read, and borders are solid by their first value.
 */
const inPlace = {
  postcssPlugin: 'in-place',
  OnceExit(root) {
    root.walkDecls(/^--tw-(leading|font-weight|border-style|numeric-figure|numeric-spacing)$/, (own) => {
      if (own.prop.startsWith('--tw-numeric'))
        own.parent.walkDecls('font-variant-numeric', (read) => {
          read.value = own.value;
        });
      own.remove();
    });
    root.walkDecls(/^border.*-style$/, (declaration) => {
      if (declaration.value === 'var(--tw-border-style)') declaration.remove();
    });
    root.walkDecls('content', (declaration) => {
      if (declaration.value === 'var(--tw-content)') declaration.value = '""';
    });
    root.walkDecls('line-height', (declaration) => {
      declaration.value = declaration.value.replace(/^var\(--tw-leading,\s*(.*)\)$/, '$1');
    });
    root.walkDecls(/^--tw-/, (own) => {
      if (!root.toString().includes(`var(${own.prop}`)) own.remove();
    });
  },
};

/**
 * Public pages draw nothing of the signed-in area, and ask for no colour by its name: what is said once and for all stands where it
 * is used, which is shorter than its name.
 */
const publicAlone = {
  postcssPlugin: 'public-alone',
  OnceExit(root) {
    if (!root.source?.input.file?.endsWith('public.css')) return;
    root.walkRules((rule) => {
      rule.selectors = rule.selectors.filter((selector) => !selector.includes('.admin'));
      if (rule.selectors.every((selector) => selector === '')) rule.remove();
    });
    const said = new Map();
    root.walkDecls(/^--/, (own) => void said.set(own.prop, [...(said.get(own.prop) ?? []), own]));
    const once = new Map(
      [...said].filter(([, all]) => all.length === 1 && /^:root,\s*:host$/.test(all[0].parent.selector)),
    );
    const inPlace = (value) =>
      value.replace(/var\((--[\w-]+)\)/g, (whole, name) => (once.has(name) ? inPlace(once.get(name)[0].value) : whole));
    root.walkDecls((declaration) => {
      declaration.value = inPlace(declaration.value);
    });
    for (const [own] of once.values()) own.remove();
    // A mixed colour without a name stands before it already, worked out.
    root.walkAtRules('supports', (rule) => {
      if (!rule.params.includes('color-mix')) return;
      rule.walkDecls((mixed) => {
        if (!mixed.value.includes('var(')) mixed.remove();
      });
      rule.walkRules((empty) => {
        if (empty.nodes.length === 0) empty.remove();
      });
      if (rule.nodes.length === 0) rule.remove();
    });
  },
};

/**
 * Older browsers are told by specificity which layer outweighs which, one step for each layer. First values and the theme are at odds
 * with nothing that stands in the base, and components, which follow it, say nothing that it says more closely: three layers less
 * are a quarter of a sheet.
 */
const fewLayers = {
  postcssPlugin: 'few-layers',
  OnceExit(root) {
    root.walkAtRules('layer', (rule) => {
      const names = rule.params.split(',').map((name) => name.trim());
      const kept = names.filter((name) => name !== 'theme' && name !== 'properties' && name !== 'components');
      if (rule.nodes) rule.params = kept[0] ?? 'base';
      else if (kept.length > 0) rule.params = kept.join(', ');
      else rule.remove();
    });
  },
};

/**
 * Utilities outweigh whatever they meet by what the layers gave them, wherever they stand. They are the larger half and the most alike:
 * said first they make a smaller sheet (Brotli).
 */
const utilitiesFirst = {
  postcssPlugin: 'utilities-first',
  OnceExit(root) {
    const isUtility = (node) => {
      const said = [];
      if (node.type === 'rule') said.push(...node.selectors);
      else node.walkRules?.((rule) => said.push(...rule.selectors));
      return said.length > 0 && said.every((selector) => selector.split(':not(#\\#)').length === 2);
    };
    root.prepend(...root.nodes.filter(isUtility));
  },
};

// Next lowers the rest (nesting, ranges, `inset`, prefixes) to the browsers in package.json.
export default {
  plugins: [
    reachedSources,
    ['@tailwindcss/postcss', {}],
    plainly,
    inPlace,
    publicAlone,
    fewLayers,
    logical(),
    cascadeLayers(),
    utilitiesFirst,
  ],
};
