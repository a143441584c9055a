import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A browser of this machine that can open a page unseen (Edge, Chrome, Chromium); null when none is found. */
export function findBrowser(): string | null {
  const { CHROMIUM, ProgramFiles, LOCALAPPDATA } = process.env;
  const folders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].flatMap((f) => f ?? []);
  const windows = WINDOWS.flatMap((path) => folders.map((folder) => join(folder, path)));
  return [...(CHROMIUM === undefined ? [] : [CHROMIUM]), ...windows, ...OTHERS].find(existsSync) ?? null;
}

const WINDOWS = ['Microsoft/Edge/Application/msedge.exe', 'Google/Chrome/Application/chrome.exe'];
const OTHERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
