import type { z } from 'zod';
import * as s from './schemas.ts';

/** One request that the service answers. */
export interface Operation {
  method: 'get' | 'post' | 'delete';
  /** With :name for parts that vary. */
  path: string;
  says: string;
  query?: Record<string, string>;
  /** JSON body. */
  body?: z.ZodType;
  /** Also takes multipart/form-data with files. */
  files?: boolean;
  /** JSON answer; for another type its media type. */
  answer: z.ZodType | string;
  /** The answer to files, where it differs. */
  filesAnswer?: z.ZodType;
}

const FILES = '.docx .doc .wps .pdf .txt .md .xlsx .xls .et .csv .jsonl';

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/tag',
    says: `判断一件提案（JSON）或若干文件（multipart，字段 files：${FILES}），不存入队列`,
    body: s.submission,
    files: true,
    answer: s.tagged,
    filesAnswer: s.tagResults,
  },
  {
    method: 'get',
    path: '/api/similar',
    says: '相似的历年案件及其承办、结果和答复',
    query: { id: '队列或台账里的案件标识', title: '标题（不给 id 时）', text: '正文（不给 id 时）' },
    answer: s.similarAnswer,
  },
  {
    method: 'get',
    path: '/api/queue',
    says: '待办队列，把握最小的在前',
    query: { source: 'new 本周来件，run 台账中待复核的；不给为两者', limit: '最多列出几件，默认 200' },
    answer: s.queue,
  },
  {
    method: 'post',
    path: '/api/queue',
    says: '把一件提案（JSON）或若干文件（multipart，字段 files）放入队列',
    body: s.submission,
    files: true,
    answer: s.queueResults,
  },
  { method: 'get', path: '/api/queue/:id', says: '一件的判断、理由和相似案件', answer: s.detail },
  { method: 'delete', path: '/api/queue/:id', says: '把误放的来件移出队列', answer: s.queue },
  {
    method: 'post',
    path: '/api/reviews',
    says: '记下人工决定，追加到 reviews.csv',
    body: s.reviewRequest,
    answer: s.reviewAnswer,
  },
  {
    method: 'get',
    path: '/api/search',
    says: '在历年案件的标题、正文、单位、提案人中查找',
    query: { q: '词，空格隔开为同时含有' },
    answer: s.searchAnswer,
  },
  { method: 'get', path: '/api/case/:id', says: '一件历年案件', answer: s.proposalCase },
  { method: 'get', path: '/api/topics', says: '主题词表', answer: s.topicsAnswer },
  { method: 'get', path: '/api/departments', says: '承办单位名录', answer: s.departmentsAnswer },
  { method: 'get', path: '/api/agreement', says: '人工决定与机器判断的一致情况', answer: s.agreementAnswer },
  {
    method: 'get',
    path: '/api/export.xlsx',
    says: '分办单',
    query: { week: '如 2026-W48，默认本周' },
    answer: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { method: 'get', path: '/api/health', says: '服务是否正常', answer: s.health },
  { method: 'get', path: '/api/openapi.json', says: '本文档', answer: 'application/json' },
];
