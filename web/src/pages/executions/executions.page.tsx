import { Page } from '../../ui/page.tsx';

export default function ExecutionsPage() {
  return <Page title="Executions">{null}</Page>;
}
