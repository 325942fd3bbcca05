import cascadeLayers from '@csstools/postcss-cascade-layers';
import logical from 'postcss-logical';
import selectors from 'postcss-selector-parser';

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

// Next lowers the rest (nesting, ranges, `inset`, prefixes) to the browsers in package.json.
export default { plugins: [['@tailwindcss/postcss', {}], plainly, logical(), cascadeLayers()] };
