/** What asks and says nothing of the matter, at the head of a title. */
const ASKING =
  /^(?:关于|有关|对于|建议|建请|提请|敬请|恳请|请求|请问|呼吁|希望|盼望|强烈要求|要求|反映|反馈|咨询|投诉|探讨|请|盼|满足|尽快|尽早|抓紧|加快|加紧|加大|加强|强化|进一步|切实|着力|大力|积极|稳妥|推进|推动|促进|推行|完善|健全|优化|提升|提高|改善|做好|抓好|重视|关注|关心|警惕|防止|防范|严防|严查|兑现|落实|支持|鼓励|规范|稳定|稳住|减轻|进一步减轻|协调|解决|缓解|消除|化解|破解|根治|克服|补齐|恢复|增加|扩大|扩充|打通|延长|取消|建立|设立|实施|开展|从源头上?|从根本上|再次|能不能|能否|可否|应当|应该|切实为|让)/;

/** Works that name the matter: 改造矿前镇敬老院 is called 矿前镇敬老院改造. */
const WORKS =
  /^(?:建设|新建|重建|改建|扩建|迁建|修建|改造|改扩建|修复|修缮|抢修|抢救|保护|加固|整治|治理|搬迁|扩容|安装|加装|增设|开通|清理|清淤|疏浚|盘活|启用)/;

/** Where a title stops telling the matter and begins to ask, urge or wonder. */
const URGING =
  /(?:落到实处|落实到人|真正用起来|还有|亟待|亟需|亟须|急需|有待|需要|须要|必须|应当|应该|(?<![供反相对适响效回感呼])应(?![急用届对收聘付战诉])|(?<![主重需必纪])要(?![道点素求件闻])|不能|不宜|不应|切莫|莫让|能不能|能否|可否|何时|为何|为什么|怎么|怎样|如何|请|盼|迟迟).*$/;

/** What stands at the end of a title and is no matter. */
const TAIL =
  /(?:的|之)?(?:若干|几点|有关|一些)?(?:整改|整治|综合治理)?(?:提案|建议案|建议|议案|意见|请示|思考|原因和对策|对策|探讨|综合治理|(?<![方档个草法答图教病立办])案)$/;

/** What a phrase cannot end with, once it is cut. */
const DANGLING = /(?:[的之和与及或在至到对为将把被从并就等、再又还也]|以及|背后|承诺|[“「『][^”」』]*)+$/;

const TOO_SHORT = 3;

/**
 * The clauses of a title as a person would name its matter: without 关于…的提案, asking and urging, a work at the end
 * (关于加固东圩大堤的建议 → 东圩大堤加固). At least one, none empty unless the title is.
 */
export function shortenTitle(title: string): string[] {
  const bare = title
    .replace(/\s+/g, '')
    .replace(/[。！？!?]+$/, '')
    .replace(/^《(.*)》$/, '$1')
    .replace(TAIL, '');
  const clauses = bare.split(/[，,；;：:。！？!?]|——/).map(shortenClause);
  const full = clauses.filter((clause) => clause.length >= TOO_SHORT);
  return full.length > 0 ? full : [bare === '' ? title : bare];
}

/** A name of at most `limit` characters, cut where a phrase may end and never inside quotation marks. */
export function cutName(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const short = name.slice(0, limit);
  const at = Math.max(...['、', '和', '与'].map((mark) => short.lastIndexOf(mark)));
  const whole = (at >= 6 ? short.slice(0, at) : short).replace(DANGLING, '');
  return whole.length >= 6 ? whole : short.replace(/[“”「」『』]/g, '');
}

function shortenClause(clause: string): string {
  const asked = arrange(strip(clause));
  const work = WORKS.exec(asked)?.[0] ?? '';
  const object = strip(asked.slice(work.length));
  if (work === '' || object.length < TOO_SHORT) {
    return [trimEnd(asked), trimEnd(clause), asked].find((phrase) => phrase.length >= TOO_SHORT) ?? clause;
  }
  const named = [trimEnd(object), object].find((phrase) => phrase.length >= TOO_SHORT) ?? object;
  return named.endsWith(work) || /不.$/.test(named) ? named : named + work;
}

function strip(clause: string): string {
  let rest = clause;
  for (let asking = ASKING.exec(rest); asking; asking = ASKING.exec(rest)) {
    if (rest.length - asking[0].length < TOO_SHORT) break;
    rest = rest.slice(asking[0].length);
  }
  return rest;
}

/** 在甲地开办乙 → 甲地乙; 将甲纳入乙计划 → 甲乙; 给甲增加乙 → 甲乙; 甲能不能办一个乙 → 甲乙. */
function arrange(clause: string): string {
  return clause
    .replace(
      /^(?:在(.+?)|(.+?(?:街道|社区|[区县市乡镇村院校])))(?:开办|创办|设置|设立|增设|新建|建设|建立|开设|安装)(?:一[个所座家处])?(.{2,})$/,
      '$1$2$3',
    )
    .replace(/^(?:将|把)(.+?)(?:纳入|列入)(.+?)(?:计划|规划|范围)?$/, '$1$2')
    .replace(/^(?:给|为)(.+?)(?:增加|安装|加装|提供|配备|建设|提高|减去|减轻)(.+)$/, '$1$2')
    .replace(
      /^(.+?)(?:能不能|能否|可否)(?:增设|开通|开设|安装|办|建|设|开|装)(?:一[个所座家处条])?(.{2,})$/,
      '$1$2',
    )
    .replace(/^(?:将|把|在|对)(?=.{4})/, '');
}

/** The 的 before a noun goes, as in official names (学校食堂承包费), unless a clause stands before it (未纳入监测的困难户). */
function trimEnd(phrase: string): string {
  const told = phrase
    .replace(URGING, '')
    .replace(/的?(?:问题|难题).*$/, '')
    .replace(/、(?=缓解|防止|推进|促进|加强|解决|提高|提升|支持).*$/, '');
  return (told === phrase ? told : told.replace(DANGLING, ''))
    .replace(/的?(?:背后|承诺)$/, '')
    .replace(/里?(?:也能|都能|能够)/, '')
    .replace(/(?<=^[^未没被不]*[\p{Script=Han}\p{N}])的(?=[\p{Script=Han}\p{N}]{2})/gu, '');
}
