import type { GoldSpan, GoldText } from './corpus.ts';

/**
 * Norwegian bokmål with its common words and spellings made Danish, names left alone: there is four times as much
 * marked bokmål as Danish, and around a name the two languages differ in spelling more than in build. Not Danish that
 * anyone would write; good enough to learn from what stands beside names.
 */
export function asDanish({ text, spans }: GoldText): GoldText {
  let changed = '';
  let from = 0;
  const moved: GoldSpan[] = [];
  for (const { start, end, kind } of spans) {
    changed += danish(text.slice(from, start));
    moved.push({ start: changed.length, end: changed.length + end - start, kind });
    changed += text.slice(start, end);
    from = end;
  }
  return { text: changed + danish(text.slice(from)), spans: moved, language: 'da' };
}

function danish(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const lower = word.toLowerCase();
    const known = WORDS.get(lower) ?? SPELLINGS.reduce((spelt, [from, to]) => spelt.replace(from, to), lower);
    if (known === lower) return word;
    return word === lower ? known : known.charAt(0).toUpperCase() + known.slice(1);
  });
}

const SPELLINGS: readonly [RegExp, string][] = [
  [/heten$/, 'heden'],
  [/het$/, 'hed'],
  [/sjon(?=$|en|er|ene)/, 'tion'],
  [/øy/g, 'øj'],
  [/ei/g, 'ej'],
  [/(?<=^|[^s])kj(?=[eøæy])/g, 'k'],
  [/gj(?=[eøæ])/g, 'g'],
  [/^ut(?=[bdfghjklmnprstv])/, 'ud'],
  [/^opp(?=[bdfghjklmnrstv])/, 'op'],
  [/^av(?=[bdfghjklmnprst])/, 'af'],
  [/^inn(?=[bdfghjklmprstv])/, 'ind'],
  [/else(?=ne$)/, 'elser'],
];

const WORDS: ReadonlyMap<string, string> = new Map(
  `av af,etter efter,ble blev,blir bliver,bli blive,blitt blevet,nå nu,mer mere,mye meget,noen nogen,noe noget,vært været,
seg sig,meg mig,deg dig,oss os,dere jer,henne hende,hennes hendes,ut ud,opp op,inn ind,ute ude,inne inde,mellom mellem,
gjennom gennem,uten uden,mot mod,hva hvad,slik sådan,slike sådanne,annen anden,annet andet,siste sidste,neste næste,
nytt nyt,liten lille,lite lidt,best bedst,mann mand,mannen manden,menn mænd,mennene mændene,kvinne kvinde,kvinner kvinder,
kvinnen kvinden,barna børnene,dager dage,uke uge,uker uger,uken ugen,ganger gange,sier siger,sa sagde,si sige,fikk fik,
fått fået,gikk gik,gått gået,hadde havde,hatt haft,ha have,gjør gør,gjorde gjorde,gjort gjort,tar tager,tok tog,ta tage,
tatt taget,gir giver,ga gav,gi give,gitt givet,sett set,vet ved,visste vidste,vite vide,trodde troede,heter hedder,het hed,
sto stod,sitter sidder,satt sad,bodde boede,begynte begyndte,begynner begynder,fant fandt,finne finde,finner finder,
funnet fundet,snakker taler,snakket talte,snakke tale,forteller fortæller,fortelle fortælle,spør spørger,spurte spurgte,
svarte svarede,spilte spillede,jobber arbejder,jobbet arbejdede,jobbe arbejde,arbeid arbejde,arbeidet arbejdet,
arbeider arbejder,hjelp hjælp,hjelpe hjælpe,vei vej,veien vejen,bok bog,boken bogen,boka bogen,bøker bøger,lag hold,
laget holdet,trener træner,treneren træneren,klubb klub,klubben klubben,penger penge,prosent procent,tusen tusind,
hundre hundrede,sju syv,åtte otte,tjue tyve,tretti tredive,førti fyrre,femti halvtreds,nesten næsten,alltid altid,
aldri aldrig,igjen igen,fortsatt stadig,ennå endnu,enn end,ei en,mitt mit,ditt dit,sitt sit,vår vores,vårt vores,våre vores,
faren faderen,moren moderen,sønn søn,sønnen sønnen,venn ven,vennen vennen,saken sagen,sak sag,saker sager,sakene sagerne,
desember december,mars marts,sør syd,høyre højre,høy høj,kjent kendt,kjente kendte,kjenner kender,kjenne kende,
ansatt ansat,likevel alligevel,kanskje måske,nei nej,takk tak,hei hej,bedrift virksomhed,bedriften virksomheden,
selskapet selskabet,selskap selskab,selskaper selskaber,avdeling afdeling,eier ejer,eide ejede,gutt dreng,gutten drengen,
gutter drenge,jente pige,jenta pigen,jenter piger,europeiske europæiske,sjef chef,sjefen chefen,formann formand,lege læge,
legen lægen,leger læger,musikk musik,gate gade,gaten gaden,gata gaden,elv å,fjell bjerg,fjellet bjerget,øy ø,øya øen,øyene øerne,
skog skov,skogen skoven,innen inden,blant blandt,annerledes anderledes,spesielt specielt,spesiell speciel,veldig meget,
svært meget,sist sidst,bakgrunn baggrund,mulighet mulighed,viktig vigtig,viktige vigtige,lett let,løp løb,løpet løbet,
spørsmål spørgsmål,hverandre hinanden,bak bag,regjeringen regeringen,regjering regering,stortinget Folketinget,
statsråd minister,kommunen kommunen,fylke amt,fylket amtet,utenfor udenfor,innenfor indenfor,utenriksminister udenrigsminister,
utvikling udvikling,undersøkelse undersøgelse,undersøkelsen undersøgelsen,leder leder,lederen lederen,rekke række,
rett ret,dårlig dårlig,skjedde skete,skjer sker,skje ske,kveld aften,kvelden aftenen,natt nat,morgen morgen,morgenen morgenen,
vinter vinter,høst efterår,høsten efteråret,vår forår,våren foråret,sommer sommer,sommeren sommeren,språk sprog,språket sproget,
spill spil,spillet spillet,spiller spiller,spillere spillere,mål mål,kamper kampe,seier sejr,seieren sejren,tap nederlag,
tapte tabte,vant vandt,vinne vinde,vinner vinder,ligger ligger,født født,døde døde,død død,ektemann mand,forelder forælder,
foreldre forældre,foreldrene forældrene,søsken søskende,kirken kirken,prest præst,presten præsten,biskop biskop,konge konge,
kongen kongen,dronning dronning,tid tid,tiden tiden,ettermiddag eftermiddag,fra fra,hos hos,ønsker ønsker,ønsket ønskede,
kaller kalder,kalt kaldt,kalte kaldte,tilbake tilbage,hjemme hjemme,borte væk,bort væk,dit derhen,hit hertil,her her,
der der,begge begge,både både,enten enten,verken hverken,omkring omkring,ifølge ifølge,unntatt undtagen,ellers ellers,
ganske ganske,for for,forbi forbi,langs langs,samtidig samtidig,derimot derimod,dessuten desuten,dessverre desværre,
imidlertid imidlertid,fremdeles fremdeles,plutselig pludselig,selvsagt selvfølgelig,omtrent omtrent,akkurat netop,
vanlig almindelig,vanligvis normalt,egentlig egentlig,faktisk faktisk,redd bange,glad glad,trist trist,syk syg,sykehus sygehus,
sykehuset sygehuset,ulykke ulykke,ulykken ulykken,drept dræbt,skadet såret,funnet fundet,bil bil,bilen bilen,buss bus,tog tog,
flyet flyet,fly fly,skip skib,skipet skibet,båt båd,båten båden`
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .flatMap(([from, to]) =>
      from !== undefined && to !== undefined && from !== to ? [[from, to] as const] : [],
    ),
);
