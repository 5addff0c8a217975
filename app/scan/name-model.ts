import { readFileSync } from 'node:fs';
import { loadNameModel, type NameModel } from '#detect/index.ts';

/** The appliance's own weights; a worker's permissions let it read them, since they stand among the code. */
const WEIGHTS = new URL('../detect/names/weights.dmnm', import.meta.url);

/** Loads the trained model of names; detect/ is pure and cannot read it itself. */
export function readNameModel(): NameModel {
  return loadNameModel(readFileSync(WEIGHTS));
}
