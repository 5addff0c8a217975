import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { letterTables } from '#detect/names/letters.ts';
import { MODEL_NUMBER } from '#detect/names/name-model.ts';
import { LABELS, readWeights } from '#detect/names/weights.ts';
import { layOutWords, wordListOf } from '#detect/names/word-list.ts';
import { fitTemperature } from './calibration.ts';
import { augmented } from './augmentation.ts';
import type { GoldText } from './corpus.ts';
import { DEV_SETS, readDataSet, TRAINING_SETS } from './data-sets.ts';
import { examplesOf, FeatureNumbers, walkPassages } from './examples.ts';
import { averageOf, trainField } from './field.ts';
import { wordEntries } from './lists.ts';
import { asDanish } from './norwegian-as-danish.ts';
import { packModel } from './packing.ts';
import { seeded } from './random.ts';
import { ratesOf, scoreModel } from './scoring.ts';

const HELP = `Usage: scripts/train [--data FOLDER] [--out FILE] [--hold-out]

Trains the model of names on the data in FOLDER (default: ../shared/data beside the checkout) and writes its weights
(default: app/detect/names/weights.dmnm). Deterministic: the same data and code give the same file. Some minutes, 4 GB.

  --hold-out   keep the last 15 % of the Danish training sentences out and print figures for them too: for choosing
               between variants, since the dev part alone is small
`;

/** Epochs, seeds and rates were chosen on the dev parts; docs/model-card-names.md has what each addition did. */
const SCHEDULE = { epochs: 8, rate: 0.1, decay: 1e-4, dropout: 0.15 };
const SEEDS = [1, 2, 3];
/** Danish sentences count as often as this: they are few, and the product is Danish first. */
const DANISH_TIMES = 4;
/** Too much law among too little German would make plain words of many names. */
const COURTS = 'de.ler.dev';
/** Rows in the file; what is left out is the weakest. */
const MOST_ROWS = 515_000;

function train(dataFolder: string, out: string, holdOut: boolean): void {
  const letters = letterTables();
  const dev = new Map(DEV_SETS.map((set) => [set.file, readDataSet(dataFolder, set)]));
  const base: GoldText[] = [];
  const running: string[] = [];
  for (const set of TRAINING_SETS) {
    const texts = readDataSet(dataFolder, set);
    const { language } = set;
    const kept = holdOut && language === 'da' ? Math.floor(texts.length * 0.85) : texts.length;
    if (kept < texts.length) dev.set('da.train (last 15 %)', texts.slice(kept));
    const before = base.length;
    for (let time = 0; time < (language === 'da' ? DANISH_TIMES : 1); time += 1)
      base.push(...texts.slice(0, kept));
    if (set.file !== COURTS) running.push(...base.slice(before).map(({ text }) => text));
    if (language === 'nb') base.push(...texts.map(asDanish));
  }
  for (const language of ['da', 'de', 'en', 'no', 'sv'])
    running.push(readFileSync(`${dataFolder}/text/${language}_sentences.txt`, 'utf8'));
  const words = layOutWords(wordEntries(dataFolder, running, letters));
  const lists = wordListOf(words);
  const texts = augmented(base, dataFolder, seeded(7));
  const features = new FeatureNumbers();
  walkPassages(
    texts,
    letters,
    lists,
    () => undefined,
    (_, keys, count) => {
      for (let index = 0; index < count; index += 1) features.count(keys[index] ?? 0);
    },
  );
  features.settle(2);
  const examples = examplesOf(texts, letters, lists, features);
  print(
    `${texts.length} texts, ${examples.gold.length} tokens in passages, ${features.numbers.size} features`,
  );
  const fields = SEEDS.map((seed) =>
    trainField(examples, features.numbers.size, LABELS.length, SCHEDULE, seeded(seed), (epoch, loss) =>
      print(`seed ${seed}, epoch ${epoch}: loss ${loss.toFixed(4)}`),
    ),
  );
  const pack = (temperature: number): Uint8Array =>
    packModel({ number: MODEL_NUMBER, temperature }, averageOf(fields), features, words, MOST_ROWS);
  const temperature = fitTemperature([...dev.values()].flat(), readWeights(pack(1)));
  const bytes = pack(temperature);
  writeFileSync(out, bytes);
  print(`${out}: ${bytes.length} bytes, temperature ${temperature}`);
  for (const [file, devTexts] of dev) {
    const scores = scoreModel(devTexts, readWeights(bytes));
    const figures = ['PER', 'LOC', 'ORG'].map((kind) => {
      const { precision, recall, f1 } = ratesOf(scores.get(kind) ?? { found: 0, wanted: 0, right: 0 });
      return `${kind} ${f1.toFixed(1)} (P ${precision.toFixed(1)} R ${recall.toFixed(1)})`;
    });
    print(`${file.padEnd(20)} ${figures.join('  ')}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: new URL('../../../shared/data', import.meta.url).pathname },
    out: {
      type: 'string',
      default: new URL('../../app/detect/names/weights.dmnm', import.meta.url).pathname,
    },
    'hold-out': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) process.stdout.write(HELP);
else train(values.data, values.out, values['hold-out']);
