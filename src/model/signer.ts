/**
 * Whose signature makes evidence `attested`. Only a configuration that is itself trusted names one: on a change, the
 * base's.
 */
export type Signer =
  /** Whoever holds the key that belongs to this public one, PEM. */
  | { readonly kind: "key"; readonly name: string; readonly key: string }
  /**
   * Whoever a certificate names that leads back to this one, PEM: its subject alternative name is `identity`, and
   * where `issuer` is given, who vouched for that identity. Certificates count in their own span of time alone: that of
   * the signature as the transparency log whose public key is `log` (PEM) tells it, or, where there is none, the run's.
   */
  | {
      readonly kind: "certificate";
      readonly name: string;
      readonly root: string;
      readonly identity: string;
      readonly issuer: string | null;
      readonly log: string | null;
    };
