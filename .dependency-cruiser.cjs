// The floors of docs/architecture.md, held by a lint. Imports go downwards only, and a room is entered by its index.ts.
const rooms = [
  'audit',
  'identity',
  'sources',
  'scan',
  'backup',
  'ca',
  'consent',
  'breach',
  'subjects',
  'register',
  'retention',
  'rules',
  'health',
  'quality',
];
const features = rooms.filter((room) => !['audit', 'identity'].includes(room));
const any = (names) => `^app/(${names.join('|')})/`;
const core = '^app/[a-z]+/core/';
const pure = '^app/(kernel|detect)/|' + core;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-boot',
      severity: 'error',
      from: { pathNot: '^(app/boot|test|scripts)/' },
      to: { path: '^app/boot/' },
    },
    {
      name: 'pure-imports-only-pure',
      severity: 'error',
      comment: 'kernel, detect and every core/ take values and return values',
      from: { path: pure },
      to: { path: '^app/', pathNot: pure },
    },
    {
      name: 'pure-touches-no-machine',
      severity: 'error',
      from: { path: '^app/(kernel|detect)/' },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|net|http|https|child_process|worker_threads|dns|tls|os|process)(/|$)',
      },
    },
    {
      name: 'core-touches-no-machine',
      severity: 'error',
      from: { path: core },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|net|http|https|child_process|worker_threads|dns|tls|os|process)(/|$)',
      },
    },
    {
      name: 'extract-stands-on-pure',
      severity: 'error',
      from: { path: '^app/extract/' },
      to: { path: '^app/', pathNot: '^app/(extract|kernel|detect)/' },
    },
    {
      name: 'extract-has-no-disk-and-no-network',
      severity: 'error',
      from: { path: '^app/extract/' },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|net|http|https|child_process|worker_threads|dns|tls|os|process)(/|$)',
      },
    },
    {
      name: 'platform-and-web-know-no-room',
      severity: 'error',
      from: { path: '^app/(platform|web)/' },
      to: { path: any([...rooms, 'boot']) },
    },
    {
      name: 'commons-know-no-feature',
      severity: 'error',
      from: { path: '^app/(audit|identity)/' },
      to: { path: any(features) },
    },
    {
      name: 'rooms-are-entered-by-their-door',
      severity: 'error',
      comment: 'offline.ts is a second door, for the command line without a database',
      from: { path: '^app/([a-z]+)/' },
      to: { path: any(rooms), pathNot: ['^app/[a-z]+/(index|offline)\\.ts$', '^app/$1/'] },
    },
    {
      name: 'only-stores-speak-sql',
      severity: 'error',
      comment: 'knex is met in platform/db, in *.store.ts and in migrations',
      from: { path: '^app/', pathNot: ['\\.store\\.ts$', '^app/platform/db/', '/migrations/'] },
      to: { path: 'node_modules/knex' },
    },
    {
      name: 'only-routes-speak-http',
      severity: 'error',
      comment: 'express is met in *.routes.ts, in web/ and where boot puts the server together',
      from: { path: '^app/', pathNot: ['\\.routes\\.ts$', '^app/web/', '^app/boot/'] },
      to: { path: 'node_modules/express/' },
    },
    {
      name: 'no-dev-dependency-in-the-product',
      severity: 'error',
      from: { path: '^app/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
