/** Who may see the outputs of a run. */
export const AUDIENCES = ['internal', 'leadership', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** As staff call them. */
export const AUDIENCE_NAMES: Record<Audience, string> = {
  internal: '内部稿',
  leadership: '领导稿',
  public: '公开稿',
};
