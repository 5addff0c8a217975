import { featuresOf, MOST_FEATURES } from './features.ts';
import { passagesOf } from './passages.ts';
import type { Reading } from './reading.ts';
import { OUTSIDE, slotOf, type Weights } from './weights.ts';

/** A name in tokens, `to` exclusive. `label` is that of its first token (B-…); `probability` the model's own. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly label: number;
  readonly probability: number;
}

/** The most probable names of a text, in order. Only passages that may hold one meet the model. */
export function namesIn(reading: Reading, weights: Weights): NameSpan[] {
  const names: NameSpan[] = [];
  const passages = passagesOf(reading);
  const work = new Workspace(weights);
  for (let pair = 0; pair < passages.length; pair += 2) {
    work.decode(reading, passages[pair] ?? 0, passages[pair + 1] ?? 0, names);
  }
  return names;
}

/** Typed arrays for one passage at a time, as long as the longest one needs. */
class Workspace {
  private readonly weights: Weights;
  private readonly keys = new Int32Array(MOST_FEATURES);
  private readonly moves: Float64Array;
  private scores = new Float64Array(0);
  private best = new Float64Array(0);
  private forward = new Float64Array(0);
  private backward = new Float64Array(0);
  private norms = new Float64Array(0);
  private from = new Uint8Array(0);
  private path = new Uint8Array(0);

  constructor(weights: Weights) {
    this.weights = weights;
    this.moves = Float64Array.from(weights.transitions, Math.exp);
  }

  decode(reading: Reading, from: number, to: number, names: NameSpan[]): void {
    const length = to - from;
    this.reserve(length);
    this.score(reading, from, length);
    if (!this.viterbi(length)) return;
    this.forwardBackward(length);
    const { path } = this;
    for (let at = 0; at < length; at += 1) {
      const label = path[at] ?? OUTSIDE;
      if (label === OUTSIDE) continue;
      const inside = label % 2 === 1 ? label + 1 : label;
      let end = at + 1;
      while (end < length && path[end] === inside) end += 1;
      names.push({
        from: from + at,
        to: from + end,
        label: inside - 1,
        probability: this.probability(at, end, length),
      });
      at = end - 1;
    }
  }

  private reserve(length: number): void {
    const size = length * this.weights.labels;
    if (this.scores.length >= size) return;
    this.scores = new Float64Array(size);
    this.best = new Float64Array(size);
    this.forward = new Float64Array(size);
    this.backward = new Float64Array(size);
    this.from = new Uint8Array(size);
    this.norms = new Float64Array(length);
    this.path = new Uint8Array(length);
  }

  /** Sums each token's rows, in whole numbers; written out for the nine labels, since most of the time is spent here. */
  private score(reading: Reading, from: number, length: number): void {
    const { checks, rows, scale, labels } = this.weights;
    const { scores, keys } = this;
    for (let at = 0; at < length; at += 1) {
      const count = featuresOf(reading, from + at, keys);
      let outside = 0;
      let person = 0;
      let inPerson = 0;
      let place = 0;
      let inPlace = 0;
      let organisation = 0;
      let inOrganisation = 0;
      let other = 0;
      let inOther = 0;
      for (let index = 0; index < count; index += 1) {
        const slot = slotOf(checks, keys[index] ?? 0);
        if (slot < 0) continue;
        const row = slot * labels;
        outside += rows[row] ?? 0;
        person += rows[row + 1] ?? 0;
        inPerson += rows[row + 2] ?? 0;
        place += rows[row + 3] ?? 0;
        inPlace += rows[row + 4] ?? 0;
        organisation += rows[row + 5] ?? 0;
        inOrganisation += rows[row + 6] ?? 0;
        other += rows[row + 7] ?? 0;
        inOther += rows[row + 8] ?? 0;
      }
      const base = at * labels;
      scores[base] = outside * scale;
      scores[base + 1] = person * scale;
      scores[base + 2] = inPerson * scale;
      scores[base + 3] = place * scale;
      scores[base + 4] = inPlace * scale;
      scores[base + 5] = organisation * scale;
      scores[base + 6] = inOrganisation * scale;
      scores[base + 7] = other * scale;
      scores[base + 8] = inOther * scale;
    }
  }

  /** The best path, into `path`; false when it holds no name. */
  private viterbi(length: number): boolean {
    const { labels, starts, ends, transitions } = this.weights;
    const { scores, best, from, path } = this;
    for (let label = 0; label < labels; label += 1) best[label] = (scores[label] ?? 0) + (starts[label] ?? 0);
    for (let at = 1; at < length; at += 1) {
      const base = at * labels;
      for (let to = 0; to < labels; to += 1) {
        let top = -Infinity;
        let chosen = 0;
        for (let label = 0; label < labels; label += 1) {
          const score = (best[base - labels + label] ?? 0) + (transitions[label * labels + to] ?? 0);
          if (score > top) {
            top = score;
            chosen = label;
          }
        }
        best[base + to] = top + (scores[base + to] ?? 0);
        from[base + to] = chosen;
      }
    }
    const last = (length - 1) * labels;
    let chosen = 0;
    for (let label = 1; label < labels; label += 1) {
      if ((best[last + label] ?? 0) + (ends[label] ?? 0) > (best[last + chosen] ?? 0) + (ends[chosen] ?? 0))
        chosen = label;
    }
    let any = false;
    for (let at = length - 1; at >= 0; at -= 1) {
      path[at] = chosen;
      any ||= chosen !== OUTSIDE;
      chosen = from[at * labels + chosen] ?? 0;
    }
    return any;
  }

  /** Scaled, in probabilities: each place's forward sums to one. */
  private forwardBackward(length: number): void {
    const { labels, starts, ends } = this.weights;
    const { scores, forward, backward, norms, moves } = this;
    for (let at = 0; at < length; at += 1) {
      const base = at * labels;
      let top = -Infinity;
      for (let label = 0; label < labels; label += 1) top = Math.max(top, scores[base + label] ?? 0);
      let sum = 0;
      for (let to = 0; to < labels; to += 1) {
        let reached = 0;
        if (at === 0) reached = Math.exp(starts[to] ?? 0);
        else
          for (let label = 0; label < labels; label += 1)
            reached += (forward[base - labels + label] ?? 0) * (moves[label * labels + to] ?? 0);
        const emitted = Math.exp((scores[base + to] ?? 0) - top);
        scores[base + to] = emitted;
        const value = reached * emitted;
        forward[base + to] = value;
        sum += value;
      }
      norms[at] = sum;
      for (let label = 0; label < labels; label += 1)
        forward[base + label] = (forward[base + label] ?? 0) / sum;
    }
    const last = (length - 1) * labels;
    for (let label = 0; label < labels; label += 1) backward[last + label] = Math.exp(ends[label] ?? 0);
    for (let at = length - 2; at >= 0; at -= 1) {
      const base = at * labels;
      for (let label = 0; label < labels; label += 1) {
        let sum = 0;
        for (let to = 0; to < labels; to += 1)
          sum +=
            (moves[label * labels + to] ?? 0) *
            (scores[base + labels + to] ?? 0) *
            (backward[base + labels + to] ?? 0);
        backward[base + label] = sum / (norms[at + 1] ?? 1);
      }
    }
  }

  /** How probable it is that just these tokens are a name of the path's kind. Wants `forwardBackward` before. */
  private probability(at: number, end: number, length: number): number {
    const { labels } = this.weights;
    const { scores, forward, backward, norms, moves, path } = this;
    const label = path[at] ?? 0;
    let value = forward[at * labels + label] ?? 0;
    for (let step = at + 1; step < end; step += 1) {
      const before = path[step - 1] ?? 0;
      const here = path[step] ?? 0;
      value *=
        ((moves[before * labels + here] ?? 0) * (scores[step * labels + here] ?? 0)) / (norms[step] ?? 1);
    }
    const lastLabel = path[end - 1] ?? 0;
    const inside = lastLabel % 2 === 1 ? lastLabel + 1 : lastLabel;
    let onwards = 0;
    if (end === length) onwards = backward[(end - 1) * labels + lastLabel] ?? 0;
    else
      for (let to = 0; to < labels; to += 1) {
        if (to === inside) continue;
        onwards +=
          ((moves[lastLabel * labels + to] ?? 0) *
            (scores[end * labels + to] ?? 0) *
            (backward[end * labels + to] ?? 0)) /
          (norms[end] ?? 1);
      }
    const whole = this.whole(length);
    return whole > 0 ? (value * onwards) / whole : 0;
  }

  /** What all paths sum to, past the norms. */
  private whole(length: number): number {
    const { labels, ends } = this.weights;
    let sum = 0;
    for (let label = 0; label < labels; label += 1)
      sum += (this.forward[(length - 1) * labels + label] ?? 0) * Math.exp(ends[label] ?? 0);
    return sum;
  }
}
