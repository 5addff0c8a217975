/**
 * Characters of WordPerfect's own sets that documents in Latin scripts have: 1 (letters) and 4 (quotes, dashes, signs).
 * Set 0 is ASCII. Others, for drawing and other scripts, become spaces.
 */
export function wordPerfectCharacter(set: number, number: number): string {
  if (set === 0) return number >= 0x20 && number < 0x7f ? String.fromCharCode(number) : ' ';
  if (set === 1) return number === 23 ? 'ß' : (LETTERS[number - 26] ?? ' ');
  return set === 4 ? (number === 72 ? '€' : (SIGNS[number] ?? ' ')) : ' ';
}

/** The letters that WordPerfect 6 and later write in one byte, 1 to 32. */
export function shortLetter(byte: number): string {
  return SHORT[byte - 1] ?? ' ';
}

/** Capital and small in turn, from number 26. */
const LETTERS =
  'ÁáÂâÄäÀàÅåÆæÇçÉéÊêËëÈèÍíÎîÏïÌìÑñÓóÔôÖöÒòÚúÛûÜüÙùŸÿÃãĐđØøÕõÝýÐðÞþĂăĀāĄąĆćČčĈĉĊċĎďĚěĖėĒēĘęǴǵĞğǦǧĢģĜĝĠġĤĥĦħİıĪīĮį' +
  'ĨĩĲĳĴĵĶķĹĺĽľĻļĿŀŁłŃńŉŉŇňŅņŐőŌōŒœŔŕŘřŖŗŚśŠšŞşŜŝŤťŢţŦŧŬŭŰűŪūŲųŮůŨũŴŵŶŷŹźŽžŻżŊŋ';
const SIGNS = '●○■•*¶§¡¿«»£¥₧ƒªº½¼¢²ⁿ®©¤¾³‛’‘‟”“–—‹›';
const SHORT = 'åÅæÆäÄáàâãÃçÇëéÉèêíñÑøØõÕöÖüÜúùß';
