import { createReadStream, createWriteStream, lstatSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import tar from 'tar-stream';

/**
 * Makes one file of a folder, which is named in it as it is called.
 * @param {string} folder
 * @param {string} file
 */
export async function packTar(folder, file) {
  const pack = tar.pack();
  const written = pipeline(pack, createGzip(), createWriteStream(file));
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const files = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  for (const path of files) {
    const name = join(basename(folder), relative(folder, path));
    const { size, mode, mtime } = lstatSync(path);
    if (lstatSync(path).isSymbolicLink()) {
      pack.entry({ name, type: 'symlink', linkname: readlinkSync(path), mtime });
      continue;
    }
    const entry = pack.entry({ name, size, mode: mode & 0o755, mtime });
    await pipeline(createReadStream(path), entry);
  }
  pack.finalize();
  await written;
  return `${Math.round(statSync(file).size / 1e6)} MB`;
}
