import { InputError } from '../errors.ts';

export type Container = 'zip' | 'ole' | 'pdf' | 'html' | 'rtf' | 'text' | 'empty';

/** What the bytes are, whatever the name says. */
export function sniff(bytes: Uint8Array): Container {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replace(/^ï»¿/, '').trimStart();
  if (bytes.length === 0) return 'empty';
  if (head.startsWith('PK\u0003\u0004')) return 'zip';
  if (head.startsWith('ÐÏ\u0011à')) return 'ole';
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(<!doctype html|<html|<table|<\?xml|<meta|<head)/i.test(head)) return 'html';
  return 'text';
}

/** Throws InputError unless the bytes are one of `allowed`; the message says how to mend the file. */
export function assertContainer(found: Container, allowed: readonly Container[], place: string): void {
  if (allowed.includes(found)) return;
  const office = allowed.includes('pdf') ? '相应软件' : place.match(/\.(xlsx?|et)$/i) ? 'Excel' : 'Word';
  const target = office === 'Excel' ? '.xlsx' : '.docx';
  const says: Record<Container, string> = {
    empty: '文件是空的（0 字节）',
    html: '扩展名是办公文件，内容其实是网页（HTML 或 XML）',
    rtf: '扩展名与内容不符，内容其实是 RTF',
    zip: '扩展名与内容不符',
    ole: '扩展名与内容不符，或文件设有打开密码',
    pdf: '扩展名与内容不符，内容其实是 PDF',
    text: '扩展名与内容不符，或文件已损坏',
  };
  throw new InputError(
    place,
    says[found],
    `请用 ${office} 打开（有密码的先取消密码），另存为 ${target} 后重试`,
  );
}
