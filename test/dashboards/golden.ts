import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser } from 'playwright-core';

/**
 * Mean difference in [0, 1] between a screenshot and the picture kept of it, both at 400 pixels' width, so that another
 * machine's fonts and edges do not count; 1 when none is kept. UPDATE_GOLDEN=1 keeps the screenshot as the new picture.
 */
export async function compareWithGolden(browser: Browser, screenshot: Buffer, file: string): Promise<number> {
  const isUpdate = process.env.UPDATE_GOLDEN === '1';
  if (!isUpdate && !existsSync(file)) return 1;
  const page = await browser.newPage();
  const uri = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;
  const [small, difference] = await page.evaluate(shrinkAndCompare, {
    shot: uri(screenshot),
    kept: isUpdate ? null : uri(readFileSync(file)),
  });
  await page.close();
  if (difference !== null) return difference;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.from(small.split(',')[1] ?? '', 'base64'));
  return 0;
}

/** Runs in a page: canvases are the image library. */
async function shrinkAndCompare({
  shot,
  kept,
}: {
  shot: string;
  kept: string | null;
}): Promise<[string, number | null]> {
  const draw = async (uri: string) => {
    const image = new Image();
    image.src = uri;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 400;
    canvas.height = Math.round((400 * image.height) / image.width);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { canvas, pixels: context.getImageData(0, 0, canvas.width, canvas.height).data };
  };
  const now = await draw(shot);
  if (kept === null) return [now.canvas.toDataURL('image/png'), null];
  const before = await draw(kept);
  if (before.pixels.length !== now.pixels.length) return ['', 1];
  let sum = 0;
  for (let i = 0; i < now.pixels.length; i++) sum += Math.abs((now.pixels[i] ?? 0) - (before.pixels[i] ?? 0));
  return ['', sum / now.pixels.length / 255];
}
