import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { anchorComments } from './anchor-comments.ts';
import type { Annotation } from './annotations.ts';
import type { ReportFile } from './read-report.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const AUTHOR = '建言数字体检';
/** A fixed day, so that the same report gives the same bytes. */
const MTIME = '1980-01-02';

/** The Word file with a comment at each annotation; all else in it stays as it is. */
export function annotateDocx({ bytes, text }: ReportFile, annotations: readonly Annotation[]): Uint8Array {
  const files = unzipSync(bytes);
  const main = mainPart(files);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
  const old = commentsPart(files, relations, folder);
  const comments = files[old ?? ''];
  const before = comments ? strFromU8(comments) : `<w:comments xmlns:w="${WORD}"></w:comments>`;
  const first =
    Math.max(-1, ...[...before.matchAll(/<w:comment\b[^>]*w:id="(\d+)"/g)].map((m) => Number(m[1]))) + 1;
  files[main] = strToU8(anchorComments(read(files, main), text, annotations, first));
  const added = annotations.map((annotation, i) => comment(first + i, annotation.says)).join('');
  files[old ?? `${folder}comments.xml`] = strToU8(insertBefore(openTag(before), '</w:comments>', added));
  if (old === null) register(files, relations, folder);
  return zipSync(files, { mtime: MTIME });
}

type Files = Record<string, Uint8Array>;

function read(files: Files, name: string): string {
  const bytes = files[name];
  if (bytes === undefined) throw new Error(`${name} is missing in a Word file that was read before`);
  return strFromU8(bytes);
}

/** The part that _rels/.rels names as the document; word/document.xml in every file of Word and WPS. */
function mainPart(files: Files): string {
  const target = /<Relationship\b[^>]*officeDocument"[^>]*>/.exec(read(files, '_rels/.rels'))?.[0];
  const path = /Target="\/?([^"]+)"/.exec(target ?? '')?.[1];
  return path !== undefined && files[path] ? path : 'word/document.xml';
}

function commentsPart(files: Files, relations: string, folder: string): string | null {
  if (!files[relations]) return null;
  const relation = /<Relationship\b[^>]*relationships\/comments"[^>]*>/.exec(read(files, relations))?.[0];
  const target = /Target="([^"]+)"/.exec(relation ?? '')?.[1];
  if (target === undefined) return null;
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  return files[path] ? path : null;
}

/** Names the new part in the content types and in the document's relations. */
function register(files: Files, relations: string, folder: string): void {
  const types = read(files, '[Content_Types].xml');
  const override = `<Override PartName="/${folder}comments.xml" ContentType="${COMMENTS_TYPE}"/>`;
  files['[Content_Types].xml'] = strToU8(insertBefore(types, '</Types>', override));
  const none =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const known = files[relations] ? openTag(read(files, relations)) : none;
  const relation = `<Relationship Id="rIdJianyan" Type="${OFFICE}/comments" Target="comments.xml"/>`;
  files[relations] = strToU8(insertBefore(known, '</Relationships>', relation));
}

/** <w:comments …/> written as an open and a closing tag. */
function openTag(xml: string): string {
  return xml.replace(
    /<((?:w:comments|Relationships)\b[^>]*)\/>\s*$/,
    (_, tag: string) => `<${tag}></${tag.split(/\s/)[0]}>`,
  );
}

function insertBefore(xml: string, tag: string, added: string): string {
  const at = xml.lastIndexOf(tag);
  return xml.slice(0, at) + added + xml.slice(at);
}

function comment(id: number, says: string): string {
  return `<w:comment w:id="${id}" w:author="${AUTHOR}" w:initials="体检"><w:p><w:r><w:t xml:space="preserve">${escapeXml(says)}</w:t></w:r></w:p></w:comment>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
