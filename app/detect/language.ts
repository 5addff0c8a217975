/** The languages that we tell apart; null when the text gives no clue. */
export type TextLanguage = 'da' | 'en' | 'sv' | 'nb' | 'de';

/**
 * A cheap guess at a text's language from its most common words. Words that only one language has (Danish `af`,
 * Norwegian `av`) count five times those that neighbours share. Reads the first 20,000 characters. Null when fewer than
 * three such words are met or no language is clearly ahead: better no answer than a wrong one.
 */
export function languageOf(text: string): TextLanguage | null {
  const scores = new Map<TextLanguage, number>();
  let met = 0;
  for (const [word] of text
    .slice(0, READ)
    .toLowerCase()
    .matchAll(/[a-zæøåäöüß]+/g)) {
    const languages = WORDS.get(word) ?? byItsLetters(word);
    if (languages.length > 0) met += 1;
    const points = languages.length === 1 ? 5 : 1;
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + points);
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!first || met < 3) return null;
  return second && second[1] * 1.1 > first[1] ? null : first[0];
}

/** What the spelling of a word in no list tells. */
function byItsLetters(word: string): readonly TextLanguage[] {
  if (/sjon(?:en|er|ene)?$/.test(word)) return ['nb'];
  if (/[æø]/.test(word)) return ['da', 'nb'];
  if (/[öä]/.test(word)) return ['sv', 'de'];
  return word.includes('ß') ? ['de'] : [];
}

const READ = 20_000;

const LISTS: Readonly<Record<TextLanguage, string>> = {
  da: `af og er det ikke en et jeg vi til med på for den der som blev efter også hvor nogle meget mig være været kan skal
    hvad hun sagde mod uden hvis eller han fra har venlig hilsen dig kunne ville skulle når nu være måde sådan bliver ingen
    gennem dansk tak vedrørende hermed mellem siden lidt mange over lige igen kære ønsker oplysninger omkring
    de år under hans alle ved man sin havde eneste andre
    sig gik fik kendt samt blandt kun flere hed tog bruges findes spillede deltog selskab hvilket består begyndte danske`,
  nb: `av og er det ikke en et jeg vi til med på for den som ble etter også hvor noen mye meg være vært kan skal
    hva hun sa mot uten hvis eller han fra har vennlig hilsen deg kunne ville skulle når nå måte slik blir ingen
    gjennom norsk takk vedrørende herved mellom siden litt mange over igjen kjære ønsker opplysninger ei eit frå ein
    de år under hans alle ved man sin hadde eneste andre
    seg gikk fikk kjent samt blant kun flere het tok brukes finnes spilte deltok selskap består begynte norske hos ikkje ho`,
  sv: `av och är det inte en ett jag vi till med på för den som blev efter också var några mycket mig vara varit kan ska
    vad hon sade mot utan om eller han från har vänlig hälsning dig kunde ville skulle när nu sätt så blir ingen
    genom svensk tack angående härmed mellan sedan lite många över igen att de detta under år alla hans`,
  en: `the of and to in is that it was for on are with as his they be at one have this from or had by but not what all were
    we when your can said there an which she do their if will would about out many then them these so some her him has been`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch wurde`,
};

const WORDS = new Map<string, TextLanguage[]>();
for (const language of ['da', 'nb', 'sv', 'en', 'de'] as const) {
  for (const word of new Set(LISTS[language].split(/\s+/)))
    WORDS.set(word, [...(WORDS.get(word) ?? []), language]);
}
