/** A government whose place a proposal names. */
export interface PlaceBody {
  /** 溪源县人民政府; for towns and streets 乡镇人民政府 and 街道办事处, which are one entry of the list. */
  department: string;
  /** As it stands in the text. */
  place: string;
  inTitle: boolean;
}

/** A place in a title: behind what titles begin with, or another place. */
const PLACE =
  /(?:^|关于|关注|建议|请求|恳请|在|为|给|让|将|把|对|解决|支持|加快|推进|加强|整治|治理|修建|新建|改造|完善|规范|取缔|清除|[市县区、和“])+(\p{Script=Han}{2,3}?(?:县|区|镇|乡(?![村镇土亲风愁])|街道(?!办事处的)))/gu;
/** Words that end like a place and are none. */
const NO_PLACE =
  /(?:[小社园景校城辖地山库灌牧林矿湖片郊新老旧城郊片度假开发工业保护功能聚集商贸]区|[城村集小重建]镇|乡镇|[返下家故回城侨入进县]乡|[全各市我本该外强]县)$/u;

/**
 * The governments of the places that a proposal names: those that are known (they handled cases before) by their place
 * anywhere in it, others by how places end, in the title only, where guesses are few.
 */
export function findBodies(title: string, text: string, known: readonly string[]): PlaceBody[] {
  const found = new Map<string, PlaceBody>();
  for (const department of known) {
    const place = department.replace(/(?:人民政府|街道办事处|管理委员会)$/, '');
    if (place.length < 2 || place === department) continue;
    const inTitle = title.includes(place);
    if (inTitle || text.includes(place)) found.set(department, { department, place, inTitle });
  }
  for (const [, place = ''] of title.matchAll(PLACE)) {
    const department = bodyOf(place);
    if (NO_PLACE.test(place) || found.has(department)) continue;
    found.set(department, { department, place, inTitle: true });
  }
  return [...found.values()];
}

function bodyOf(place: string): string {
  if (/[镇乡]$/.test(place)) return '乡镇人民政府';
  return place.endsWith('街道') ? '街道办事处' : `${place}人民政府`;
}
