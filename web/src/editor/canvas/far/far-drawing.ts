import { type Color, colorOf } from '../../document/colors.ts';
import type { Box } from '../../document/place.ts';
import type { ShownRun } from '../../run/run-store.ts';
import type { CanvasEdge, CanvasNode, CardNode, GroupNode } from '../flow-model.ts';
import type { Port } from '../geometry.ts';
import { stateOf } from '../node-state.ts';
import { drawPinMark } from '../pin-mark.ts';
import { themeColours, typeToken } from '../theme-colours.ts';

/** Nearer than this a chip and a name are drawn, further away a block in the colour of its group. */
export const BLOCK_ZOOM = 0.25;

/** Of names, in pixels of the screen. */
const FONT_SIZE = 11;
/** Nearer than this the blocks have their names under them, in smaller letters. */
const NAMED_BLOCK_ZOOM = 0.14;
const SMALL_FONT = 9;
/** How much wider than its block a name may be. */
const OVERHANG = 40;

export interface Scene {
  nodes: readonly CanvasNode[];
  edges: readonly CanvasEdge[];
  find(id: string): CanvasNode | undefined;
  nameOf(id: string): string;
  groupOf(id: string): string | undefined;
  isPinned(id: string): boolean;
  shown?: ShownRun;
  /** The edge that what is dragged would go into. */
  dropEdge?: string;
  /** What is spanned to choose all in it. */
  band?: Box;
}

export interface View {
  x: number;
  y: number;
  zoom: number;
  width: number;
  height: number;
  ratio: number;
}

/** The tokens of the colours that groups can have. */
const GROUP_COLORS: Readonly<Record<Color, string>> = {
  amber: 'warn',
  blue: 'run',
  violet: 'flow',
  green: 'ok',
  red: 'bad',
  grey: 'control',
};
const STATE_TOKENS = { none: 'line-strong', running: 'run', waiting: 'warn', success: 'ok', error: 'bad' } as const;

/** Draws all of a workflow that is in view, seen from afar. */
export function drawFar(context: CanvasRenderingContext2D, scene: Scene, view: View): void {
  const colour = themeColours();
  const { x, y, zoom, width, height, ratio } = view;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width * ratio, height * ratio);
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
  const left = -x / zoom;
  const top = -y / zoom;
  const right = left + width / zoom;
  const bottom = top + height / zoom;
  const font = FONT_SIZE / zoom;
  const inView = (nx: number, ny: number, w: number, h: number) =>
    nx <= right && nx + w >= left && ny <= bottom && ny + h >= top;

  context.textBaseline = 'middle';
  context.font = `600 ${font}px "Inter Variable", sans-serif`;
  for (const node of scene.nodes) {
    if (node.type === 'frame' && inView(node.position.x, titleTop(node, zoom), node.width ?? 0, node.height ?? 0))
      drawGroup(context, node, colour, zoom);
  }
  drawEdges(context, scene, colour, Math.max(1.2 / zoom, 1.5), inView);
  const near = zoom >= BLOCK_ZOOM;
  for (const node of scene.nodes) {
    const { width: w = 0, height: h = 0, position } = node;
    if (!inView(position.x, position.y, w, h)) continue;
    if (node.type !== 'card') {
      if (node.type !== 'note') continue;
      box(context, position.x, position.y, w, h, 8, colour('warn-soft'), colour('line-strong'), 1 / zoom);
      continue;
    }
    const group = typeToken(scene.groupOf(node.id));
    const name = scene.nameOf(node.id);
    const state = stateOf(scene.shown?.nodes[name] ?? []);
    const line = node.selected ? colour('accent') : colour(STATE_TOKENS[state]);
    const thick = (node.selected || state !== 'none' ? 2 : 1) / zoom;
    if (!near) {
      box(context, position.x, position.y, w, h, 10, colour(group), line, node.selected ? thick * 1.5 : thick);
      if (zoom >= NAMED_BLOCK_ZOOM) drawNameBelow(context, name, position.x + w / 2, position.y + h, w, colour, zoom);
      continue;
    }
    box(context, position.x, position.y, w, h, 10, colour('surface'), line, thick);
    box(context, position.x + 10, position.y + h / 2 - 16, 32, 32, 8, colour(group));
    context.fillStyle = colour('text');
    context.fillText(cutTo(name, w - 60, font), position.x + 52, position.y + h / 2);
  }
  for (const { id, type, position, width: w = 0, height: h = 0 } of scene.nodes) {
    if (type !== 'card' || !scene.isPinned(id) || !inView(position.x, position.y, w, h)) continue;
    drawPinMark(context, position.x + w - 8 / zoom, position.y + 4 / zoom, 1 / zoom, colour);
  }
  if (scene.band) {
    const { x: bx, y: by, width: bw, height: bh } = scene.band;
    context.globalAlpha = 0.08;
    box(context, bx, by, bw, bh, 0, colour('accent'));
    context.globalAlpha = 1;
    context.strokeStyle = colour('accent');
    context.lineWidth = 1 / zoom;
    context.stroke();
  }
}

function drawNameBelow(
  context: CanvasRenderingContext2D,
  name: string,
  middle: number,
  bottom: number,
  width: number,
  colour: (token: string) => string,
  zoom: number,
): void {
  const font = SMALL_FONT / zoom;
  context.font = `600 ${font}px "Inter Variable", sans-serif`;
  context.textAlign = 'center';
  context.fillStyle = colour('text');
  context.fillText(cutTo(name, width + OVERHANG, font), middle, bottom + 0.8 * font);
  context.textAlign = 'start';
}

/** About as much of a text as there is room for. */
function cutTo(text: string, room: number, font: number): string {
  const letters = Math.floor(room / (font * 0.58));
  return text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text;
}

/** From afar a group's name stands above its frame, where it has room: this far up. */
export const titleTop = ({ position: { y } }: GroupNode, zoom: number): number => y - (FONT_SIZE + 7) / zoom;

function drawGroup(
  context: CanvasRenderingContext2D,
  { position: { x, y }, width = 0, height = 0, data: { group }, selected }: GroupNode,
  colour: (token: string) => string,
  zoom: number,
): void {
  const own = colour(GROUP_COLORS[colorOf(group.color, 'grey')]);
  context.globalAlpha = 0.06;
  box(context, x, y, width, height, 12, own);
  context.globalAlpha = 1;
  context.strokeStyle = selected ? colour('accent') : own;
  context.lineWidth = (selected ? 2 : 1) / zoom;
  context.stroke();
  context.fillStyle = colour('muted');
  context.fillText(cutTo(group.name, width, FONT_SIZE / zoom), x + 2 / zoom, y - (FONT_SIZE / 2 + 3) / zoom);
}

function box(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  w: number,
  h: number,
  radius: number,
  fill: string,
  line?: string,
  thick = 1,
): void {
  context.beginPath();
  context.roundRect(x, y, w, h, radius);
  context.fillStyle = fill;
  context.fill();
  if (!line) return;
  context.strokeStyle = line;
  context.lineWidth = thick;
  context.stroke();
}

/** All edges of one look in one path: a thousand strokes of their own would take ten times as long. */
function drawEdges(
  context: CanvasRenderingContext2D,
  scene: Scene,
  colour: (token: string) => string,
  thick: number,
  inView: (x: number, y: number, w: number, h: number) => boolean,
): void {
  const paths = { 'line-strong': new Path2D(), ok: new Path2D(), accent: new Path2D() };
  for (const edge of scene.edges) {
    const from = scene.find(edge.source);
    const to = scene.find(edge.target);
    if (from?.type !== 'card' || to?.type !== 'card') continue;
    const [sx, sy] = end(from, edge.sourceHandle);
    const [tx, ty] = end(to, edge.targetHandle);
    if (!inView(Math.min(sx, tx) - 40, Math.min(sy, ty) - 40, Math.abs(tx - sx) + 80, Math.abs(ty - sy) + 80)) continue;
    const ran = scene.shown?.nodes[scene.nameOf(edge.source)] && scene.shown.nodes[scene.nameOf(edge.target)];
    const path = paths[edge.selected || edge.id === scene.dropEdge ? 'accent' : ran ? 'ok' : 'line-strong'];
    path.moveTo(sx, sy);
    if (edge.data?.kind === 'main') {
      const bend = Math.max(40, Math.abs(tx - sx) / 2);
      path.bezierCurveTo(sx + bend, sy, tx - bend, ty, tx, ty);
    } else {
      path.bezierCurveTo(sx, sy - 40, tx, ty + 40, tx, ty);
    }
  }
  context.lineWidth = thick;
  for (const [token, path] of Object.entries(paths)) {
    context.strokeStyle = colour(token);
    context.stroke(path);
  }
}

const ports = new WeakMap<readonly Port[], ReadonlyMap<string, Port>>();

function end(node: CardNode, handle: string | null | undefined): [number, number] {
  const list = node.data.geometry.ports;
  let byId = ports.get(list);
  if (!byId) {
    byId = new Map(list.map((port) => [port.id, port]));
    ports.set(list, byId);
  }
  const port = byId.get(handle ?? '');
  return [node.position.x + (port?.x ?? 0), node.position.y + (port?.y ?? 0)];
}
