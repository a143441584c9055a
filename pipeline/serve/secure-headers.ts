import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/**
 * The page may load its own files and talk to its own service, nothing else; no inline script runs. Charts write a
 * style element into their SVG, hence inline style.
 */
const PAGE =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";
const FIXED = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const headers: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  if (!c.res.headers.has('Content-Security-Policy'))
    c.res.headers.set('Content-Security-Policy', `${PAGE}; ${FIXED}`);
};

/** The policy of a run's dashboard, which carries its code in itself: this code runs, by its hash, and no other. */
export function dashboardPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code]) =>
      `'sha256-${createHash('sha256')
        .update(code ?? '')
        .digest('base64')}'`,
  );
  return `default-src 'none'; script-src ${scripts.join(' ')}; style-src 'unsafe-inline'; img-src data: blob:; ${FIXED}`;
}
