// Parts of Next that a file of this process loads find what Next's own server gives them, whichever file comes first.
import 'next/dist/server/node-environment-baseline';
