export { rulesMigrations } from './rules.migrations.ts';
