/**
 * Characters of the block CJK Radicals Supplement that PDF files hold in place of real ones, with the character meant.
 * NFKC knows the Kangxi radicals but only two of these. Source: Unicode, EquivalentUnifiedIdeograph.txt.
 */
const PAIRS =
  '⺁厂⺅亻⺆冂⺇几⺈刀⺋卩⺌小⺍小⺎兀⺏尣⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢水⺣灬⺤爫⺦丬⺨犭⺩王⺫目⺬示⺭礻⺮竹⺯糸⺱罒⺲罒⺳罒⺴罓⺵罒⺶羊⺷羊⺸羊⺹耂⺺肀⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const MEANT = new Map<string, string>();
for (let i = 0; i < PAIRS.length; i += 2) MEANT.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));

/** Radicals and compatibility ideographs as the characters that were meant; everything else stays. */
export function replaceRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (char) => MEANT.get(char) ?? char.normalize('NFKC'));
}
