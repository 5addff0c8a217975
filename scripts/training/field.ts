import type { Examples } from './examples.ts';

/** Weights of a linear-chain conditional random field: `rows[feature * labels + label]`, transitions from-to. */
export interface Field {
  readonly labels: number;
  readonly rows: Float32Array;
  readonly starts: Float32Array;
  readonly ends: Float32Array;
  readonly transitions: Float32Array;
}

export interface Schedule {
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero on each touched weight. */
  readonly decay: number;
  /** Share of a token's features that is hidden at random, so that no single one is relied upon. */
  readonly dropout: number;
}

/**
 * Trains by stochastic gradient on the log likelihood, with a step size of its own for each weight (AdaGrad).
 * Deterministic: `random` gives numbers from 0 to 1 and decides the order.
 */
export function trainField(
  examples: Examples,
  featureCount: number,
  labels: number,
  schedule: Schedule,
  random: () => number,
  afterEpoch: (epoch: number, loss: number) => void,
): Field {
  const field: Field = {
    labels,
    rows: new Float32Array(featureCount * labels),
    starts: new Float32Array(labels),
    ends: new Float32Array(labels),
    transitions: new Float32Array(labels * labels),
  };
  const trainer = new Trainer(field, schedule, random);
  const order = Int32Array.from({ length: examples.from.length - 1 }, (_, index) => index);
  for (let epoch = 1; epoch <= schedule.epochs; epoch += 1) {
    shuffle(order, random);
    let loss = 0;
    for (const index of order) loss += trainer.step(examples, index);
    afterEpoch(epoch, loss / examples.gold.length);
  }
  return field;
}

/** The mean of several trainings: their accidents cancel out. */
export function averageOf(fields: readonly Field[]): Field {
  const mean = (part: (field: Field) => Float32Array): Float32Array => {
    const parts = fields.map(part);
    return (parts[0] ?? new Float32Array(0)).map(
      (_, at) => parts.reduce((sum, values) => sum + (values[at] ?? 0), 0) / parts.length,
    );
  };
  return {
    labels: fields[0]?.labels ?? 0,
    rows: mean(({ rows }) => rows),
    starts: mean(({ starts }) => starts),
    ends: mean(({ ends }) => ends),
    transitions: mean(({ transitions }) => transitions),
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
}

class Trainer {
  private readonly field: Field;
  private readonly rate: number;
  private readonly decay: number;
  private readonly dropout: number;
  private readonly random: () => number;
  private readonly rowSquares: Float32Array;
  private readonly startSquares: Float32Array;
  private readonly endSquares: Float32Array;
  private readonly moveSquares: Float32Array;
  private readonly scores = new Float64Array(2048 * 9);
  private readonly forward = new Float64Array(2048 * 9);
  private readonly backward = new Float64Array(2048 * 9);
  private readonly norms = new Float64Array(2048);
  private readonly moves: Float64Array;
  private readonly moveGradient: Float64Array;
  private used = new Int32Array(1 << 17);
  private readonly usedFrom = new Int32Array(2049);

  constructor(field: Field, schedule: Schedule, random: () => number) {
    this.field = field;
    this.rate = schedule.rate;
    this.decay = schedule.decay;
    this.dropout = schedule.dropout;
    this.random = random;
    this.rowSquares = new Float32Array(field.rows.length).fill(1e-2);
    this.startSquares = new Float32Array(field.labels).fill(1);
    this.endSquares = new Float32Array(field.labels).fill(1);
    this.moveSquares = new Float32Array(field.labels ** 2).fill(1);
    this.moves = new Float64Array(field.labels ** 2);
    this.moveGradient = new Float64Array(field.labels ** 2);
  }

  /** One passage: its loss before the step. */
  step(examples: Examples, index: number): number {
    const begin = examples.from[index] ?? 0;
    const length = (examples.from[index + 1] ?? 0) - begin;
    const { labels, starts, ends, transitions, rows } = this.field;
    const { scores, forward, backward, norms, moves, moveGradient, usedFrom, dropout } = this;
    for (let at = 0; at < moves.length; at += 1) moves[at] = Math.exp(transitions[at] ?? 0);
    let gold = 0;
    let used = 0;
    for (let at = 0; at < length; at += 1) {
      const base = at * labels;
      scores.fill(0, base, base + labels);
      usedFrom[at] = used;
      const token = begin + at;
      for (let place = examples.offsets[token] ?? 0; place < (examples.offsets[token + 1] ?? 0); place += 1) {
        if (dropout > 0 && this.random() < dropout) continue;
        const row = (examples.features[place] ?? 0) * labels;
        this.used[used++] = row;
        for (let label = 0; label < labels; label += 1)
          scores[base + label] = (scores[base + label] ?? 0) + (rows[row + label] ?? 0);
      }
      const label = examples.gold[token] ?? 0;
      gold += scores[base + label] ?? 0;
      gold +=
        at === 0
          ? (starts[label] ?? 0)
          : (transitions[(examples.gold[token - 1] ?? 0) * labels + label] ?? 0);
    }
    usedFrom[length] = used;
    gold += ends[examples.gold[begin + length - 1] ?? 0] ?? 0;
    let partition = 0;
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
        forward[base + to] = reached * emitted;
        sum += reached * emitted;
      }
      norms[at] = sum;
      partition += Math.log(sum) + top;
      for (let label = 0; label < labels; label += 1)
        forward[base + label] = (forward[base + label] ?? 0) / sum;
    }
    const last = (length - 1) * labels;
    let whole = 0;
    for (let label = 0; label < labels; label += 1) {
      const value = Math.exp(ends[label] ?? 0);
      backward[last + label] = value;
      whole += (forward[last + label] ?? 0) * value;
    }
    partition += Math.log(whole);
    moveGradient.fill(0);
    for (let at = length - 2; at >= 0; at -= 1) {
      const base = at * labels;
      const norm = norms[at + 1] ?? 1;
      for (let label = 0; label < labels; label += 1) {
        let sum = 0;
        const reached = forward[base + label] ?? 0;
        for (let to = 0; to < labels; to += 1) {
          const move = label * labels + to;
          const value =
            ((moves[move] ?? 0) * (scores[base + labels + to] ?? 0) * (backward[base + labels + to] ?? 0)) /
            norm;
          sum += value;
          moveGradient[move] = (moveGradient[move] ?? 0) + (reached * value) / whole;
        }
        backward[base + label] = sum;
      }
    }
    for (let at = 0; at < length; at += 1) {
      const base = at * labels;
      const goldLabel = examples.gold[begin + at] ?? 0;
      for (let label = 0; label < labels; label += 1) {
        const expected = ((forward[base + label] ?? 0) * (backward[base + label] ?? 0)) / whole;
        scores[base + label] = expected - (label === goldLabel ? 1 : 0);
      }
      if (at > 0) {
        const move = (examples.gold[begin + at - 1] ?? 0) * labels + goldLabel;
        moveGradient[move] = (moveGradient[move] ?? 0) - 1;
      }
    }
    this.apply(length);
    return partition - gold;
  }

  private apply(length: number): void {
    const { labels, rows, starts, ends, transitions } = this.field;
    const { scores, rowSquares, rate, decay, used, usedFrom } = this;
    for (let at = 0; at < length; at += 1) {
      const base = at * labels;
      for (let place = usedFrom[at] ?? 0; place < (usedFrom[at + 1] ?? 0); place += 1) {
        const row = used[place] ?? 0;
        for (let label = 0; label < labels; label += 1) {
          const slope = scores[base + label] ?? 0;
          if (slope < 1e-4 && slope > -1e-4) continue;
          const weight = rows[row + label] ?? 0;
          const gradient = slope + decay * weight;
          const square = (rowSquares[row + label] ?? 0) + gradient * gradient;
          rowSquares[row + label] = square;
          rows[row + label] = weight - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    descend(starts, this.startSquares, scores, 0, rate);
    descend(ends, this.endSquares, scores, (length - 1) * labels, rate);
    descend(transitions, this.moveSquares, this.moveGradient, 0, rate);
  }
}

function descend(
  weights: Float32Array,
  squares: Float32Array,
  slopes: Float64Array,
  base: number,
  rate: number,
): void {
  for (let at = 0; at < weights.length; at += 1) {
    const slope = slopes[base + at] ?? 0;
    const square = (squares[at] ?? 0) + slope * slope;
    squares[at] = square;
    weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(square);
  }
}
