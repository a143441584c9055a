import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { readYaml } from '../yaml.ts';
import { fold } from './fold.ts';

const words = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  version: z.int(),
  marks: words,
  except: words,
  plans: words,
  actions: words,
  vague: words,
  seasons: z.record(
    z.string().min(1),
    z.string().regex(/^(?:0[1-9]|1[0-2])-\d{2}$/, '应写成 05-31 这样的月-日'),
  ),
});

/** What tells a promise, as expressions over folded text; `seasons`: name → MM-DD, the longest name first. */
export interface PromiseWords {
  marks: RegExp;
  except: RegExp;
  plans: RegExp;
  actions: RegExp;
  vague: RegExp;
  seasons: [name: string, day: string][];
}

/** The words of the workspace (promises.yaml beside jianyan.yaml) or the shipped ones. Throws InputError with line numbers. */
export function readPromiseWords(workspace: string | null = null): PromiseWords {
  const own = workspace ? join(workspace, 'promises.yaml') : '';
  const isOwn = own !== '' && existsSync(own);
  const file = isOwn ? own : join(ROOT, 'data', 'promises.yaml');
  const { marks, except, plans, actions, vague, seasons } = readYaml(
    file,
    schema,
    isOwn ? 'promises.yaml' : 'data/promises.yaml',
  );
  const any = (list: readonly string[]) => new RegExp(list.map(fold).join('|'));
  return {
    marks: any(marks),
    except: any(except),
    plans: any(plans),
    actions: any(actions),
    vague: any(vague),
    seasons: Object.entries(seasons)
      .map(([name, day]): [string, string] => [fold(name), day])
      .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1)),
  };
}
