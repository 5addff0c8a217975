import { readWeights, type Weights } from './weights.ts';

/** The trained model, ready to use. Opaque outside names/: it is loaded once and handed to texts as their context. */
export interface NameModel {
  readonly weights: Weights;
}

/** The training that this code belongs to; files read with another are read again (the detector's version says so). */
export const MODEL_NUMBER = 2;

/**
 * Makes the model from the bytes of `weights.dmnm`, which whoever has a disk reads. Some 10 ms and as much memory as the
 * file is long.
 * @throws Error when the bytes are no weights of this code's training.
 */
export function loadNameModel(bytes: Uint8Array): NameModel {
  const weights = readWeights(bytes);
  if (weights.number !== MODEL_NUMBER)
    throw new Error(`Name model ${weights.number} is not of this version.`);
  return { weights };
}
