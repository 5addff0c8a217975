export { createKnownNames, type KnownNames } from './names.service.ts';
export { createNameListStore } from './name-lists.store.ts';
export { LARGE_RULE_FORMS, ruleRoutes } from './rules.routes.ts';
export { rulesMigrations } from './rules.migrations.ts';
export { createRules, type Rules } from './rules.service.ts';
export { createVersionStore } from './versions.store.ts';
