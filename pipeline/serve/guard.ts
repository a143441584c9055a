import { createHash, timingSafeEqual } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Refusal } from './refusal.ts';

export interface GuardOptions {
  /** Address that the service is bound to. */
  host: string;
  /** Known once the service listens. */
  port: () => number;
  /** Null: none is asked for, which is right on 127.0.0.1 only. */
  token: string | null;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host);
}

/**
 * Lets through only what this service's own page or a program with the token asks. Refuses a Host that is no name of
 * this machine (DNS rebinding), an Origin or Sec-Fetch-Site of another site (CSRF), and, where there is a token, all
 * that does not bring it as Bearer or as the cookie that ?token= sets.
 */
export function guard({ host, port, token }: GuardOptions): MiddlewareHandler {
  return async (c, next) => {
    const names = isLoopback(host) ? LOOPBACK : ownNames(host);
    const asked = (c.req.header('host') ?? '').toLowerCase();
    if (!names.some((name) => asked === `${name}:${port()}`.toLowerCase()))
      throw new Refusal(403, `不接受以“${asked.slice(0, 80)}”为地址的访问；请用启动时显示的网址`);
    assertSameSite(c, asked);
    if (token !== null) {
      const given = c.req.query('token');
      if (given !== undefined && isEqual(given, token)) return welcome(c, token, port());
      if (!isEqual(bearer(c) ?? getCookie(c, cookieName(port())) ?? '', token))
        throw new Refusal(401, '需要令牌；请用启动时显示的完整网址打开');
    }
    return next();
  };
}

function assertSameSite(c: Context, host: string): void {
  const origin = c.req.header('origin');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`)
    throw new Refusal(403, '不接受其他网站发来的请求');
  const site = c.req.header('sec-fetch-site');
  const isOpening = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !(isOpening && c.req.path === '/'))
    throw new Refusal(403, '不接受其他网站发来的请求');
}

/** Sets the cookie. Not a redirect: a browser that came from elsewhere would not send the strict cookie with it. */
function welcome(c: Context, token: string, port: number): Response {
  setCookie(c, cookieName(port), token, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return c.html(
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>分办台</title><a href="/">进入分办台</a></html>',
  );
}

/** Cookies do not know ports: two services on one machine need two names. */
function cookieName(port: number): string {
  return `jianyan-${port}`;
}

function bearer(c: Context): string | undefined {
  return /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
}

/** The time taken says nothing about where two differ. */
function isEqual(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** The names under which others reach this machine: its addresses and its own name, never a name of the internet's. */
function ownNames(host: string): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map((a) => a.address));
  const names = [host, hostname(), ...addresses].map((name) => (name.includes(':') ? `[${name}]` : name));
  return [...LOOPBACK, ...names];
}
