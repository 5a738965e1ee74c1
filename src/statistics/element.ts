/**
 * The element at an index that the caller has bounded.
 *
 * @throws RangeError where there is none: a fault of ours, never of a file
 */
export function at<T>(elements: ArrayLike<T>, index: number): T {
  const element = elements[index];
  if (element === undefined) throw new RangeError(`no element ${index} among ${elements.length}`);
  return element;
}
