/** A workflow of so many nodes in rows of 25, each joined to the next. */
export function largeWorkflow(count) {
  const id = (index) => `n${index}`;
  return {
    formatVersion: 1,
    name: `${count} nodes`,
    settings: {},
    nodes: Array.from({ length: count }, (_, index) => ({
      id: id(index),
      name: `Step ${index}`,
      type: index % 3 === 0 ? 'editFields' : index % 3 === 1 ? 'noOperation' : 'limit',
      version: 1,
      position: [(index % 25) * 256, Math.floor(index / 25) * 112],
      parameters: {},
    })),
    edges: Array.from({ length: count - 1 }, (_, index) => ({
      kind: 'main',
      from: { node: id(index) },
      to: { node: id(index + 1) },
    })),
  };
}
