/** What passwords are usually made of in Danish and English offices; small letters, at least four of them. */
export const commonWords: readonly string[] = (
  'password passwort passord passwords kodeord kodeordet adgangskode hemmelig hemmelighed hemmeligt velkommen welcome letmein ' +
  'sommer sommerferie efterår vinter forår summer winter autumn spring januar februar marts april juni juli august september ' +
  'oktober november december january february march june july october mandag tirsdag onsdag torsdag fredag monday friday ' +
  'danmark denmark københavn fodbold football iloveyou jegelskerdig monkey dragon sunshine princess baseball superman batman ' +
  'trustno administrator admin default changeme secret datamapper appliance test login master hello goddag qwerty company firma ' +
  'firmaet virksomhed arbejde kontor kontoret user bruger'
).split(' ');

/** Neighbours on a keyboard and in the alphabet, there and back; four in a row count as nothing. */
export const keyboardRows: readonly string[] = [
  'qwertyuiopå',
  'asdfghjklæø',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujm',
  'abcdefghijklmnopqrstuvwxyzæøå',
].flatMap((row) => [row, Array.from(row).reverse().join('')]);
