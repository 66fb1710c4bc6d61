import { type FramedTask, framedLayout } from './framed-layout.ts';

self.onmessage = ({ data }: MessageEvent<FramedTask>) => {
  self.postMessage(framedLayout(data));
};
