import { type LayoutTask, layout } from './layout.ts';

self.onmessage = ({ data }: MessageEvent<LayoutTask>) => {
  self.postMessage(layout(data));
};
