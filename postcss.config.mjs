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
 * Older browsers are told by specificity which layer outweighs which, one step for each layer. First values and the theme are at odds
 * with nothing that stands in the base: two layers less are a quarter of a sheet.
 */
const fewLayers = {
  postcssPlugin: 'few-layers',
  OnceExit(root) {
    root.walkAtRules('layer', (rule) => {
      const names = rule.params.split(',').map((name) => name.trim());
      const kept = names.filter((name) => name !== 'theme' && name !== 'properties');
      if (rule.nodes) rule.params = kept[0] ?? 'base';
      else if (kept.length > 0) rule.params = kept.join(', ');
      else rule.remove();
    });
  },
};

// Next lowers the rest (nesting, ranges, `inset`, prefixes) to the browsers in package.json.
export default {
  plugins: [reachedSources, ['@tailwindcss/postcss', {}], plainly, fewLayers, logical(), cascadeLayers()],
};
