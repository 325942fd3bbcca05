// Every command imports this file first, before anything that an older Node could not read.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`The portal needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
