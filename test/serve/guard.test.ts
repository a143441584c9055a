import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jianyan } from '../e2e/jianyan.ts';
import { emptyFolder } from '../folder.ts';
import { start } from './start.ts';

type Headers = Record<string, string>;

/** A request with headers of our own, as an attacker's page or resolver would bring about. */
function ask(url: string, headers: Headers = {}, method = 'GET', body = '') {
  return new Promise<{
    status: number;
    headers: Record<string, string | string[] | undefined>;
    body: string;
  }>((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function service(options: Parameters<typeof start>[1] = {}) {
  const folder = join(emptyFolder(), '工作区');
  await jianyan('init', folder);
  const served = await start(folder, options);
  const { origin, host } = new URL(served.url);
  return { served, origin, host };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const REVIEW = JSON.stringify({ id: 'x', title: 'x', topic: 'water' });

describe('guard', () => {
  it('refuses a Host that is not this service (DNS rebinding)', async () => {
    const { origin, host } = await service();
    const port = host.split(':')[1];
    for (const name of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1:1',
      '127.0.0.1',
      `127.0.0.1.evil.example:${port}`,
    ]) {
      const { status, body } = await ask(`${origin}/api/health`, { Host: name });
      expect([name, status, body]).toEqual([name, 403, expect.stringContaining('请用启动时显示的网址')]);
    }
    expect((await ask(`${origin}/api/health`, { Host: `localhost:${port}` })).status).toBe(200);
  });

  it('refuses what another site sends (CSRF), and lets its own page and programs through', async () => {
    const { origin } = await service();
    const post = (headers: Headers) =>
      ask(`${origin}/api/reviews`, { ...JSON_TYPE, ...headers }, 'POST', REVIEW);
    const refused: Headers[] = [
      { Origin: 'http://evil.example' },
      { Origin: 'null' },
      { Origin: origin.replace('http:', 'https:') },
      { Origin: origin.replace(/\d+$/, '1') },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ];
    for (const headers of refused) expect([headers, (await post(headers)).status]).toEqual([headers, 403]);
    expect((await post({ Origin: origin, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await post({})).status).toBe(200);
    const cross = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
    expect((await ask(`${origin}/`, cross)).status).toBe(200);
    expect((await ask(`${origin}/api/health`, cross)).status).toBe(403);
    expect(
      (await ask(`${origin}/desk.js`, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }))
        .status,
    ).toBe(403);
  });

  it('refuses a form of another site also where the browser sends no Origin: only JSON is taken', async () => {
    const { origin } = await service();
    const form = await ask(`${origin}/api/reviews`, { 'Content-Type': 'text/plain' }, 'POST', REVIEW);
    expect([form.status, form.body]).toEqual([415, expect.stringContaining('只接受 JSON')]);
  });

  it('asks for the token, takes it as Bearer or turns it into a strict cookie', async () => {
    const { origin, served } = await service({ token: '秘密-token' });
    expect(served.url).toContain('?token=');
    expect((await ask(`${origin}/api/health`)).status).toBe(401);
    expect((await ask(`${origin}/?token=wrong`)).status).toBe(401);
    expect((await ask(`${origin}/api/health`, { Authorization: 'Bearer wrong' })).status).toBe(401);
    const welcome = await ask(new URL(served.url).href);
    const cookie = String(welcome.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(welcome.body).not.toContain('秘密');
    const pair = cookie.split(';')[0] ?? '';
    expect((await ask(`${origin}/api/health`, { Cookie: pair })).status).toBe(200);
    const bearer = await service({ token: 'abc' });
    expect((await ask(`${bearer.origin}/api/health`, { Authorization: 'Bearer abc' })).status).toBe(200);
  });

  it('makes a token of its own for any other address, and none for 127.0.0.1', async () => {
    const { served, origin } = await service({ host: '0.0.0.0' });
    expect(new URL(served.url).searchParams.get('token')).toMatch(/^[\w-]{24}$/);
    expect((await ask(`${origin}/api/health`)).status).toBe(401);
    expect(new URL((await service()).served.url).search).toBe('');
  });

  it('sends headers that forbid inline scripts, framing, sniffing and caching', async () => {
    const { origin } = await service();
    for (const path of ['/', '/desk.js', '/api/health', '/api/none', '/api/case/none']) {
      const { headers } = await ask(`${origin}${path}`);
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/default-src 'none'; script-src 'self';/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    }
    const page = (await ask(`${origin}/`)).body;
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|https?:/);
  });
});
