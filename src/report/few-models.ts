/** So many models are shown one by one; of more, those that pass are counted, and nobody sees what they meet. */
export const FEW_MODELS = 6;
