import { BOM, csvLine, guardFormula } from '../pipeline/text/csv.ts';
import { type Caption, toPicture } from './picture.ts';

export type Cell = string | number;

/** The numbers of a chart as a CSV file that Excel opens. */
export function saveCsv(name: string, columns: readonly string[], cells: readonly (readonly Cell[])[]): void {
  const lines = [columns, ...cells].map((row) =>
    csvLine(row.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))),
  );
  save(`${name}.csv`, new Blob([BOM + lines.join('')], { type: 'text/csv' }));
}

export function saveSvg(name: string, chart: Element, caption: Caption): void {
  save(`${name}.svg`, new Blob([toPicture(chart, caption).text], { type: 'image/svg+xml' }));
}

/** Twice the size of the screen, for slides and print. */
export async function savePng(name: string, chart: Element, caption: Caption): Promise<void> {
  const { text, width, height } = toPicture(chart, caption);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(`${name}.png`, blob), 'image/png');
}

/** Files are named after what they show; characters that Windows refuses become spaces. */
function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
