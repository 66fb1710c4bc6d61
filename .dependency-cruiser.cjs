// Who may import whom (docs/architecture.md, "The rooms"). Arrows point down only; CI fails on a violation.
const PACKAGE = (names) => `^packages/(${names.join('|')})/`;
/** For each package, the packages it may import. */
const MAY = {
  workflow: [],
  expression: ['workflow'],
  engine: ['workflow'],
  'node-sdk': ['workflow', 'expression'],
  sandbox: ['workflow', 'expression', 'node-sdk', 'engine'],
  runtime: ['workflow', 'expression', 'node-sdk', 'engine'],
  nodes: ['workflow', 'expression', 'node-sdk'],
  n8n: ['workflow', 'expression', 'node-sdk', 'engine'],
};
const ALL = [...Object.keys(MAY), 'cli'];
const DOMAIN = '^src/domains/([^/]+)/';

/** What a domain exports beside its service, under a name of its own: who starts, resumes and follows runs, and who hears of activation and has a say in imports. */
const DOORS = [
  '^src/domains/executions/runs/(run-starter|run-request|resumer|address-proof|begin-unproven)\\.ts$',
  '^src/domains/executions/dispatch/fair-gate\\.ts$',
  '^src/domains/workflows/(activations|arrivals)\\.ts$',
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    ...Object.entries(MAY).map(([name, may]) => ({
      name: `${name}-imports`,
      severity: 'error',
      comment: `packages/${name} may import only: ${may.join(', ') || 'nothing of ours'}`,
      from: { path: PACKAGE([name]) },
      to: { path: ['^src/', PACKAGE(ALL.filter((other) => other !== name && !may.includes(other)))] },
    })),
    {
      name: 'cli-not-server',
      severity: 'error',
      from: { path: PACKAGE(['cli']) },
      to: { path: '^src/(http|domains)/' },
    },
    {
      name: 'nobody-imports-cli',
      severity: 'error',
      from: { pathNot: PACKAGE(['cli']) },
      to: { path: PACKAGE(['cli']) },
    },
    {
      name: 'web-imports',
      severity: 'error',
      comment: 'the app knows the document and the expression language; everything else it asks of the API',
      from: { path: '^web/src/' },
      to: { path: ['^src/', PACKAGE(ALL.filter((name) => !['workflow', 'expression'].includes(name)))] },
    },
    {
      name: 'nobody-imports-web',
      severity: 'error',
      from: { pathNot: '^web/' },
      to: { path: '^web/' },
    },
    {
      name: 'domains-by-service',
      severity: 'error',
      comment: "a domain may use another's service, module and events, never its entities, queries or tables",
      from: { path: DOMAIN, pathNot: '\\.test\\.ts$' },
      to: {
        path: DOMAIN,
        pathNot: ['^src/domains/$1/', '\\.(service|module|events|port|types)\\.ts$', '/dto/', ...DOORS],
      },
    },
    {
      name: 'infrastructure-below-domains',
      severity: 'error',
      from: { path: '^src/infrastructure/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(domains|http)/' },
    },
    {
      name: 'one-queue-for-hashes',
      severity: 'error',
      comment: 'whatever hashes a password passes by the queue of Passwords',
      from: { path: '^(src|packages)/', pathNot: '^src/domains/auth/passwords\\.ts$' },
      to: { path: '@node-rs/argon2' },
    },
    {
      name: 'http-has-no-business',
      severity: 'error',
      from: { path: '^src/http/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/domains/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'types', 'default'] },
  },
};
