import type {
  AgreementAnswer,
  DepartmentsAnswer,
  Detail,
  Health,
  ProposalCase,
  Queue,
  QueueResults,
  ReviewAnswer,
  ReviewRequest,
  SearchAnswer,
  TopicsAnswer,
} from '../../pipeline/serve/schemas.ts';

/** The service's functions, as the page calls them. A refusal is thrown as an Error whose message is for the user. */
export const api = {
  health: () => get<Health>('/api/health'),
  queue: (source: 'new' | 'run') => get<Queue>(`/api/queue?source=${source}`),
  detail: (id: string) => get<Detail>(`/api/queue/${encodeURIComponent(id)}`),
  search: (q: string) => get<SearchAnswer>(`/api/search?q=${encodeURIComponent(q)}`),
  proposalCase: (id: string) => get<ProposalCase>(`/api/case/${encodeURIComponent(id)}`),
  topics: () => get<TopicsAnswer>('/api/topics'),
  departments: () => get<DepartmentsAnswer>('/api/departments'),
  agreement: () => get<AgreementAnswer>('/api/agreement'),
  paste: (title: string, text: string) => send<QueueResults>('POST', '/api/queue', { title, text }),
  decide: (request: ReviewRequest) => send<ReviewAnswer>('POST', '/api/reviews', request),
  remove: (id: string) => send<Queue>('DELETE', `/api/queue/${encodeURIComponent(id)}`),
  upload: (files: readonly File[]) => {
    const form = new FormData();
    for (const file of files) form.append('files', file);
    return request<QueueResults>('/api/queue', { method: 'POST', body: form });
  },
};

function get<T>(path: string): Promise<T> {
  return request(path, {});
}

function send<T>(method: string, path: string, body?: object): Promise<T> {
  const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return request(path, { method, ...(body ? json : {}) });
}

async function request<T>(path: string, options: RequestInit): Promise<T> {
  const response = await fetch(path, options).catch(() => {
    throw new Error('连不上分办台，请看启动窗口是否还开着');
  });
  const answer: T & { error?: string } = await response.json().catch(() => ({ error: '分办台的回答不完整' }));
  if (!response.ok) throw new Error(answer.error ?? `分办台没有完成（${response.status}）`);
  return answer;
}
