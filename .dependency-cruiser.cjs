/**
 * The architecture as rules. Layers, from the web inwards:
 *
 *   app ──► components ──► domain (concept files)
 *    │                        ▲
 *    ├──► server ─────────────┤
 *    └──► domain (queries, commands) ──► prisma
 *
 * domain/ground lies below them all; prisma/seed alone looks back up.
 */
const DATA = '^domain/[a-z-]+/[a-z/-]*(queries|commands)[.]ts$';
const COMMANDS = '^domain/[a-z-]+/[a-z/-]*commands[.]ts$';
const TEST = '[.](test|spec)[.]tsx?$';
/** A file of types alone: imports of it leave nothing behind. */
const TYPES = '^prisma/transaction[.]ts$';
/** Opens the transaction in which figures change, and words what the database refuses of a closed month. */
const COUNTED = '^domain/units/period/period-writes[.]ts$';
/** What a command does inside its transaction: locks, last checks, writes. */
const WRITES = '^domain/[a-z/-]*writes[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'routes-are-leaves',
      comment: 'Only app/ may import app/: a route is where things come together, never a library.',
      severity: 'error',
      from: { pathNot: '^app/' },
      to: { path: '^app/' },
    },
    {
      name: 'components-only-draw',
      comment: 'A component gets data and actions as props. It never fetches, writes or reads the session.',
      severity: 'error',
      from: { path: '^components/', pathNot: TEST },
      to: { path: [DATA, '^prisma/', '^server/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-knows-no-web',
      comment: 'The domain runs the same in a script, a test or a page.',
      severity: 'error',
      from: { path: '^domain/' },
      to: {
        path: ['^(app|components|server|i18n)/', 'node_modules/(next|react|react-dom|next-auth|next-intl|recharts)/'],
      },
    },
    {
      name: 'pure-files-know-no-database',
      comment: 'Concept files are pure; types from prisma are allowed, values are not.',
      severity: 'error',
      from: { path: '^domain/', pathNot: [DATA, TEST, COUNTED] },
      to: { path: ['^prisma/', DATA], pathNot: TYPES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-ground-is-below-everything',
      comment: 'Surroundings, keys and seals stand on Node alone: whoever needs them finds them below.',
      severity: 'error',
      from: { path: '^domain/ground/', pathNot: TEST },
      to: {
        path: '^(app|components|domain|server|i18n|prisma|scripts|e2e|bench|test)/',
        pathNot: '^domain/ground/',
      },
    },
    {
      name: 'surroundings-and-keys-stay-on-the-server',
      comment: 'What may end in a browser, or is a rule, never reads them.',
      severity: 'error',
      from: { path: '^(components|domain)/', pathNot: [DATA, '^domain/ground/', TEST] },
      to: { path: '^domain/ground/(env|sealing-keys|push-keys|push-services|ticket-secret)[.]ts$' },
    },
    {
      name: 'prisma-is-rows-and-the-door',
      comment: 'What opens the database knows the ground and nothing above it.',
      severity: 'error',
      from: { path: '^prisma/', pathNot: ['^prisma/seed/', TEST] },
      to: {
        path: '^(app|components|domain|server|i18n|scripts|e2e|bench|test)/',
        pathNot: '^domain/ground/',
      },
    },
    {
      name: 'the-seed-knows-the-domain-alone',
      comment: 'The one arrow from below back up.',
      severity: 'error',
      from: { path: '^prisma/seed/', pathNot: TEST },
      to: { path: '^(app|components|server|i18n|scripts|e2e|bench|test)/' },
    },
    {
      name: 'one-door-to-the-database',
      comment: 'Only queries, commands, the audit record and what runs the server open the database.',
      severity: 'error',
      from: {
        pathNot: [DATA, COUNTED, '^prisma/', '^server/', '^(e2e|test)/', '^scripts/product/', TEST],
      },
      to: { path: '^prisma/', pathNot: TYPES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'generated-client-behind-the-door',
      comment: 'Only prisma/ loads the generated client (types are free).',
      severity: 'error',
      from: { pathNot: ['^prisma/', '^scripts/database/schema-engine[.]mjs$'] },
      to: { path: ['^prisma/generated/', 'node_modules/@prisma/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'commands-belong-to-their-concept',
      comment: "A concept may read another's concept file and queries, never call its commands.",
      severity: 'error',
      // the word of a second does what was asked for, in whichever concept, by the command that does it (0262)
      from: { path: '^domain/([^/]+)/', pathNot: [TEST, '^domain/agreements/agreement-commands[.]ts$'] },
      // a series books its sessions as each of them is booked, and the lines of a guide are written as those of any article
      to: {
        path: COMMANDS,
        pathNot: [
          '^domain/$1/',
          '^domain/trainings/booking/booking-commands[.]ts$',
          '^domain/articles/lines/line-commands[.]ts$',
        ],
      },
    },
    {
      name: 'writes-belong-to-a-command',
      comment: 'What writes inside a transaction is called by a command, or by what a command called.',
      severity: 'error',
      // a restructuring is looked at ahead by carrying it out and taking all of it back
      from: {
        pathNot: [COMMANDS, WRITES, TEST, '^(prisma/seed|test)/', '^domain/units/[a-z/-]*(plan|undo)-queries[.]ts$'],
      },
      to: { path: WRITES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-read-actions-write',
      comment: 'In app/, only actions.ts and route.ts may import commands.',
      severity: 'error',
      from: { path: '^app/', pathNot: ['/(actions|route)[.]tsx?$', TEST] },
      to: { path: COMMANDS },
    },
    {
      name: 'charts-in-one-place',
      severity: 'error',
      from: { pathNot: '^components/charts/' },
      to: { path: 'node_modules/(recharts|d3-scale|d3-shape|d3-geo)/' },
    },
    {
      name: 'links-in-one-place',
      comment: 'components/ui/link.tsx asks for nothing ahead; public pages take a plain `a`.',
      severity: 'error',
      from: { path: '^(app|components)/', pathNot: '^components/ui/link[.]tsx$' },
      to: { path: 'node_modules/next/link[.]js$' },
    },
    {
      name: 'auth-library-in-one-place',
      severity: 'error',
      from: { pathNot: ['^server/sign-in/(auth|session)[.]ts$', '^app/api/auth/', '^e2e/'] },
      to: { path: 'node_modules/next-auth/' },
    },
    {
      name: 'server-process-knows-no-product',
      comment: 'The front answers from kept pages; it never reads the product itself.',
      severity: 'error',
      from: { path: '^server/(main|front|entrance|refusals|still|listen)' },
      to: { path: ['^domain/[^/]+/', '^(app|components)/'], pathNot: '^domain/ground/' },
    },
    {
      name: 'e2e-sees-only-the-surface',
      comment: 'A browser test may use factories, words and addresses; never product code.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: {
        path: '^(app|components|domain|server)/',
        pathNot: '^domain/access/permissions[.]ts$', // the table it goes by
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(app|components|domain|server|i18n)/', pathNot: TEST },
      to: { path: [TEST, '^(e2e|test)/', '^prisma/seed/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '[.]d[.]ts$',
          '[.]config[.]',
          '(page|layout|route|error|not-found|loading|instrumentation)[.]tsx?$',
          TEST,
          '^e2e/',
          '^scripts/',
          '^public/',
          '^[.]dependency-cruiser',
        ],
      },
      to: {},
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^(app|components|domain|server|i18n)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^next/root-params$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^([.]next|[.]server|prisma/generated|public|[.]data|[.]test)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'require', 'node', 'default'],
    },
  },
};
