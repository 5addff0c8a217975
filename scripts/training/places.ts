/** Towns and regions that the lists know, written down from general knowledge; countries come from `Intl`. */
export const PLACES: readonly string[] = `
København,Kbh.,Kbh,Copenhagen,Kopenhagen,Köpenhamn,Frederiksberg,Århus,Aarhus,Odense,Aalborg,Ålborg,Esbjerg,Randers,Kolding,Horsens,Vejle,Roskilde,Herning,
Silkeborg,Hørsholm,Helsingør,Næstved,Viborg,Fredericia,Køge,Holstebro,Taastrup,Tåstrup,Slagelse,Hillerød,Sønderborg,Svendborg,
Holbæk,Hjørring,Frederikshavn,Nørresundby,Ringsted,Haderslev,Ølstykke,Skive,Birkerød,Farum,Nykøbing Falster,Nykøbing F,Nykøbing Mors,
Nykøbing Sjælland,Nyborg,Smørumnedre,Aabenraa,Åbenrå,Kalundborg,Frederikssund,Solrød Strand,Middelfart,Lillerød,Korsør,Allerød,
Grenaa,Grenå,Rønne,Brønderslev,Værløse,Ikast,Varde,Thisted,Bjerringbro,Hedehusene,Nakskov,Dragør,Hadsten,Hedensted,Vordingborg,Frederiksværk,
Hobro,Odder,Skanderborg,Ribe,Struer,Lemvig,Ringkøbing,Skjern,Tønder,Vejen,Billund,Grindsted,Brande,Give,Juelsminde,Ebeltoft,Rønde,Hornslet,Galten,
Hammel,Hinnerup,Lystrup,Risskov,Højbjerg,Viby,Viby J,Brabrand,Tilst,Åbyhøj,Tranbjerg,Egå,Skødstrup,Beder,Malling,Hasselager,Mårslet,Solbjerg,Skæring,Ry,
Hørning,Stilling,Faaborg,Fåborg,Assens,Bogense,Otterup,Kerteminde,Munkebo,Ringe,Rudkøbing,Marstal,Ærøskøbing,Glamsbjerg,Haarby,Aarup,Vissenbjerg,Søndersø,
Langeskov,Ullerslev,Ørbæk,Gudme,Rynkeby,Bellinge,Tommerup,Blommenslyst,Årslev,Nr. Aaby,Ejby,Gelsted,Brenderup,Strib,
Hellerup,Gentofte,Charlottenlund,Klampenborg,Lyngby,Kongens Lyngby,Kgs. Lyngby,Virum,Holte,Nærum,Vedbæk,Skodsborg,Rungsted,Rungsted Kyst,Humlebæk,
Espergærde,Hornbæk,Gilleleje,Helsinge,Tisvildeleje,Fredensborg,Kokkedal,Nivå,Søborg,Gladsaxe,Bagsværd,Herlev,Ballerup,Måløv,Skovlunde,Glostrup,Brøndby,
Brøndby Strand,Rødovre,Hvidovre,Valby,Vanløse,Brønshøj,Amager,Kastrup,Tårnby,Ishøj,Greve,Karlslunde,Karslunde,Albertslund,Vallensbæk,Vallensbæk Strand,Havdrup,
Jyllinge,Stenløse,Veksø,Slangerup,Skibby,Jægerspris,Hundested,Lynge,Borup,Viby Sj,Lejre,Hvalsø,Osted,Tølløse,Jyderup,Asnæs,Svinninge,Høng,Gørlev,Sorø,Dianalund,
Stenlille,Fuglebjerg,Skælskør,Haslev,Faxe,Fakse,Faxe Ladeplads,Store Heddinge,Rødvig,Hårlev,Herfølge,Bjæverskov,Præstø,Stege,Møn,Mern,Lundby,Glumsø,
Karrebæksminde,Maribo,Rødby,Rødbyhavn,Sakskøbing,Nysted,Gedser,Stubbekøbing,Nørre Alslev,Holeby,Søllested,Nexø,Neksø,Allinge,Gudhjem,Svaneke,Aakirkeby,
Hadsund,Mariager,Støvring,Nibe,Aars,Års,Løgstør,Farsø,Fjerritslev,Brovst,Aabybro,Åbybro,Pandrup,Løkken,Hirtshals,Sindal,Skagen,Sæby,Dronninglund,Hjallerup,
Vodskov,Svenstrup,Klarup,Gistrup,Storvorde,Vejgaard,Hasseris,Hals,Vestbjerg,Hurup,Hanstholm,Bedsted,Vinderup,Karup,Kjellerup,Stoholm,Ulstrup,Langå,
Hvorslev,Auning,Allingåbro,Ørsted,Kolind,Ryomgård,Knebel,Gjern,Sorring,Them,Bryrup,Nørre Snede,Tørring,Uldum,Brædstrup,Gedved,Hovedgård,Børkop,Egtved,Jelling,
Vonge,Lunderskov,Vamdrup,Christiansfeld,Rødding,Gram,Toftlund,Løgumkloster,Bredebro,Højer,Skærbæk,Tinglev,Padborg,Kruså,Bov,Rødekro,Løjt,Gråsten,Broager,
Nordborg,Augustenborg,Fynshav,Vojens,Bramming,Gørding,Holsted,Brørup,Ølgod,Oksbøl,Blåvand,Nørre Nebel,Tarm,Videbæk,Hvide Sande,Ulfborg,Vildbjerg,Aulum,Sunds,
Kibæk,Sønder Omme,Fanø,Nordby,Samsø,Tranebjerg,Læsø,Anholt,Ærø,Langeland,Lolland,Falster,Bornholm,Fyn,Sjælland,Jylland,Nordjylland,Midtjylland,Vestjylland,
Østjylland,Sønderjylland,Syddanmark,Nordsjælland,Sydsjælland,Vestsjælland,Hovedstaden,Vesterbro,Østerbro,Nørrebro,Christianshavn,Sydhavnen,Nordhavn,Ørestad,
Frederiksberg C,København K,København V,København N,København S,København Ø,København NV,København SV,Odense C,Odense M,Odense NV,Odense SØ,Odense S,Odense N,Odense V,
Aarhus C,Aarhus N,Aarhus V,Århus C,Århus N,Århus V,Randers C,Randers NØ,Randers NV,Randers SØ,Aalborg SV,Aalborg SØ,Aalborg Øst,Esbjerg N,Esbjerg Ø,Esbjerg V,
Nuuk,Ilulissat,Sisimiut,Qaqortoq,Aasiaat,Maniitsoq,Tasiilaq,Tórshavn,Thorshavn,Klaksvík,Tvøroyri,Runavík,
Oslo,Bergen,Trondheim,Stavanger,Drammen,Fredrikstad,Sarpsborg,Porsgrunn,Skien,Kristiansand,Ålesund,Tønsberg,Moss,Haugesund,Sandefjord,Arendal,Bodø,Tromsø,
Hamar,Larvik,Halden,Lillehammer,Molde,Harstad,Kongsberg,Gjøvik,Horten,Alta,Narvik,Hammerfest,Kirkenes,Vadsø,Mo i Rana,Namsos,Steinkjer,Levanger,Stjørdal,
Kristiansund,Førde,Florø,Voss,Odda,Sogndal,Bryne,Sandnes,Egersund,Mandal,Grimstad,Lillesand,Risør,Kragerø,Notodden,Rjukan,Hønefoss,Kongsvinger,Elverum,Lørenskog,
Lillestrøm,Asker,Bærum,Sandvika,Ski,Askim,Nordland,Troms,Finnmark,Østfold,Vestfold,Telemark,Akershus,Hedmark,Oppland,Buskerud,Rogaland,Hordaland,Sunnmøre,
Nordmøre,Trøndelag,Svalbard,Lofoten,Noreg,Vestlandet,Østlandet,Sørlandet,Nord-Norge,
Stockholm,Göteborg,Malmö,Uppsala,Västerås,Örebro,Linköping,Helsingborg,Jönköping,Norrköping,Lund,Umeå,Gävle,Borås,Södertälje,Eskilstuna,Karlstad,Täby,Växjö,
Halmstad,Sundsvall,Luleå,Trollhättan,Östersund,Borlänge,Falun,Kalmar,Kristianstad,Karlskrona,Skövde,Uddevalla,Varberg,Örnsköldsvik,Nyköping,Landskrona,Motala,
Trelleborg,Kiruna,Visby,Gotland,Öland,Skåne,Småland,Dalarna,Värmland,Norrland,Halland,Blekinge,Västergötland,Östergötland,Solna,Sundbyberg,Ystad,Ängelholm,Malmø,Gøteborg,
Helsinki,Helsingfors,Tampere,Turku,Åbo,Espoo,Reykjavik,Reykjavík,Akureyri,Island,
Berlin,Hamburg,München,Munich,Köln,Cologne,Frankfurt,Frankfurt am Main,Stuttgart,Düsseldorf,Dortmund,Essen,Leipzig,Bremen,Dresden,Hannover,Nürnberg,Duisburg,
Bochum,Wuppertal,Bielefeld,Bonn,Münster,Karlsruhe,Mannheim,Augsburg,Wiesbaden,Kiel,Lübeck,Flensborg,Flensburg,Rostock,Magdeburg,Erfurt,Mainz,Kassel,Potsdam,Freiburg,
Heidelberg,Bayern,Sachsen,Hessen,Schleswig,Holstein,Schleswig-Holstein,Brandenburg,Thüringen,Niedersachsen,Nordrhein-Westfalen,Baden-Württemberg,Wien,Graz,Linz,Salzburg,
Innsbruck,Zürich,Genf,Basel,Bern,Lausanne,
London,Manchester,Birmingham,Liverpool,Leeds,Glasgow,Edinburgh,Bristol,Sheffield,Oxford,Cambridge,Cardiff,Belfast,Dublin,Cork,Brighton,Nottingham,
New York,New York City,Los Angeles,Chicago,Houston,Philadelphia,San Francisco,San Diego,Boston,Seattle,Washington,Washington D.C.,Miami,Dallas,Atlanta,Detroit,
Las Vegas,New Orleans,Denver,Toronto,Montreal,Vancouver,California,Californien,Texas,Florida,Ohio,Virginia,Michigan,Illinois,Pennsylvania,Massachusetts,New Jersey,Colorado,
Alaska,Hawaii,Kansas,Oregon,Nevada,Arizona,Utah,Minnesota,Wisconsin,Missouri,Tennessee,Kentucky,Louisiana,Alabama,North Carolina,South Carolina,Maryland,Connecticut,
Paris,Marseille,Lyon,Nice,Bordeaux,Strasbourg,Toulouse,Bruxelles,Brussels,Brüssel,Bryssel,Antwerpen,Gent,Amsterdam,Rotterdam,Haag,Haag,The Hague,Utrecht,Luxembourg,
Rom,Roma,Rome,Milano,Milan,Napoli,Torino,Venedig,Venezia,Firenze,Bologna,Genova,Sicilien,Madrid,Barcelona,Valencia,Sevilla,Malaga,Málaga,Mallorca,Lissabon,Lisboa,Lisbon,
Porto,Athen,Athens,Aten,Warszawa,Warsaw,Krakow,Kraków,Gdansk,Gdańsk,Prag,Prague,Praha,Budapest,Bukarest,Sofia,Beograd,Zagreb,Sarajevo,Ljubljana,Bratislava,Vilnius,Riga,
Tallinn,Moskva,Moskau,Moscow,Sankt Petersborg,St. Petersborg,Leningrad,Kiev,Kyiv,Kyjiv,Minsk,Istanbul,Ankara,Izmir,Beirut,Damaskus,Damascus,Bagdad,Baghdad,Teheran,Tehran,
Jerusalem,Tel Aviv,Gaza,Kairo,Cairo,Tripoli,Tunis,Algier,Casablanca,Nairobi,Lagos,Accra,Addis Abeba,Mogadishu,Khartoum,Johannesburg,Cape Town,Kabul,Islamabad,Karachi,
Lahore,New Delhi,Delhi,Mumbai,Bombay,Calcutta,Kolkata,Chennai,Bangalore,Dhaka,Colombo,Kathmandu,Bangkok,Hanoi,Saigon,Singapore,Singapur,Jakarta,Manila,Hongkong,Hong Kong,
Shanghai,Beijing,Peking,Taipei,Seoul,Tokyo,Tokio,Osaka,Kyoto,Sydney,Melbourne,Brisbane,Perth,Auckland,Wellington,Mexico City,Havana,Caracas,Bogota,Bogotá,Lima,Santiago,
Buenos Aires,Rio de Janeiro,Rio,Sao Paulo,São Paulo,Dubai,Abu Dhabi,Doha,Riyadh,Mekka,Kobane,Aleppo,Mosul,Basra,Kandahar,Helmand,
Europa,Europe,Asien,Asia,Afrika,Africa,Amerika,America,Nordamerika,Sydamerika,Australien,Skandinavien,Norden,Mellemøsten,Midtøsten,Balkan,Baltikum,Østeuropa,Vesteuropa,
Sovjetunionen,Jugoslavien,Tjekkoslovakiet,Østtyskland,Vesttyskland,DDR,USA,USAs,UK,England,Skotland,Wales,Nordirland,Scotland,Storbritannien,Storbritannia,Sovjet,Sovjetunionen,
Kurdistan,Tjetjenien,Palæstina,Palestina,Bosnien,Kosovo,Catalonien,Bayern,Grønland,Færøerne,Færøyene,Island,Øresund,Storebælt,Lillebælt,Limfjorden,Kattegat,Skagerrak,
Østersøen,Nordsøen,Atlanten,Middelhavet,Stillehavet,Alperne,Himalaya,Sahara,Sibirien,Rusland,Tyrkiet,Grækenland,Holland,Nederlandene
`
  .split(',')
  .map((name) => name.trim())
  .filter((name) => name !== '');

const COUNTRY_CODES =
  'AF AL DZ AD AO AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI KH CM CA CV CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DO EC EG SV GQ ER EE SZ ET FI FJ FO FR GA GM GE DE GH GR GL GD GT GN GY HT HN HK HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MR MU MX MD MC MN ME MA MZ MM NA NP NL NZ NI NE NG MK NO OM PK PS PA PG PY PE PH PL PT PR QA RO RU RW SA SN RS SC SL SG SK SI SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TL TG TT TN TR TM UG UA AE GB US UY UZ VE VN YE ZM ZW';

/** The names of the world's countries in the six languages. */
export function countries(): string[] {
  const names = new Set<string>();
  for (const language of ['da', 'nb', 'nn', 'sv', 'en', 'de']) {
    const inLanguage = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of COUNTRY_CODES.split(' ')) {
      const name = inLanguage.of(code);
      if (name !== undefined && name !== code) names.add(name);
    }
  }
  return [...names];
}
