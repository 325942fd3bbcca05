// Whether the portal of this container answers. A file of its own: what asks for health by several words is not read alike by all that read compose.yaml.
const answer = await fetch('http://127.0.0.1:3000/healthz').catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
