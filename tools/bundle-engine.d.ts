export function bundleEngine(outfile: string): Promise<void>;
