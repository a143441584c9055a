import { InputError } from '../../errors.ts';
import type { Audience } from '../audience.ts';

/** A department's pack lists its cases one by one, with what became of them: nothing for the public. */
export function assertNoPublicPacks(audience: Audience, packs: boolean): void {
  if (packs && audience === 'public')
    throw new InputError(
      '--packs',
      '单位分册逐件列出办理情况，不能公开',
      '请去掉 --packs，或改用 --audience leadership',
    );
}
