export default function EditorPage() {
  return <div />;
}
