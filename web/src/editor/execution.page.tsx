export default function ExecutionPage() {
  return <div />;
}
