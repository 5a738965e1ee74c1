export const seldom = {
  library: ["js-yaml"],
};
