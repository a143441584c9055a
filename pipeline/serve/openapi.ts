import { z } from 'zod';
import { version } from '../publish/manifest.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { problem } from './schemas.ts';

/** The OpenAPI 3.1 document of the service. */
export function openapi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '建言 分办台', version: version(), description: '只在本机提供服务；除令牌外没有账号。' },
    paths,
  };
}

function describe({ path, says, query = {}, body, files, answer, filesAnswer }: Operation) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query).map(([name, description]) => ({
    name,
    in: 'query',
    required: false,
    description,
    schema: { type: 'string' },
  }));
  const content = { ...(body ? json(body) : {}), ...(files ? MULTIPART : {}) };
  return {
    summary: says,
    parameters: [...inPath, ...inQuery],
    ...(body ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: { description: '成功', content: answered(answer, filesAnswer) },
      default: { description: '不能完成，error 说明原因和办法', content: json(problem) },
    },
  };
}

function answered(answer: z.ZodType | string, filesAnswer?: z.ZodType) {
  if (typeof answer === 'string') return { [answer]: {} };
  return json(filesAnswer ? z.union([answer, filesAnswer]) : answer);
}

function json(schema: z.ZodType) {
  return { 'application/json': { schema: z.toJSONSchema(schema) } };
}

const MULTIPART = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } },
      required: ['files'],
    },
  },
};
