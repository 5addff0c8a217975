import type { SmbShare } from '#platform/smb/share.ts';
import type { Source } from './source.ts';

/** A share that is being read; whoever opened it closes it. */
export interface OpenSource extends Source {
  /** Ends the processes that speak with the server. */
  close(): Promise<void>;
}

/**
 * A folder of an SMB share. Nothing is dialled before the first `walk` or `open`: a fault of the server comes up there.
 * @param options.scratch a folder of the appliance's own (the spool); holds settings of the SMB library, no secret.
 */
export function openSmbSource(share: SmbShare, options: { readonly scratch: string }): Promise<OpenSource> {
  return Promise.reject(new Error(`not there yet: ${share.port} ${options.scratch.length}`));
}
