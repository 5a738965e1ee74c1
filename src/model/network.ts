/** One request over HTTP or HTTPS. Redirects are never followed by the network itself. */
export interface NetworkRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds after which there is no answer. */
  readonly timeout: number;
  /** Bytes of the body that are taken; a longer one is refused. */
  readonly limit: number;
}

export type NetworkReply =
  | {
      readonly kind: "reply";
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  | { readonly kind: "too-large" }
  /** No answer: refused, reset, timed out, a certificate that does not hold. `code` is the system's word for it. */
  | { readonly kind: "failed"; readonly code: string };

/** What the world offers of the network; never rejects. */
export type Network = (request: NetworkRequest) => Promise<NetworkReply>;
