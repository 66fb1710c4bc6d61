import { createContext, useContext } from 'react';

/** What a difference between two versions says of a node. */
export type Mark = 'added' | 'removed' | 'changed';

/** Marks by the id of a node, note or edge, where the canvas shows a difference. */
export type Marks = Readonly<Record<string, Mark>>;

const MarksContext = createContext<Marks>({});
export const MarksProvider = MarksContext.Provider;
export const useMark = (id: string): Mark | undefined => useContext(MarksContext)[id];
