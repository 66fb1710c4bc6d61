import { Page } from '../../ui/page.tsx';

export default function TemplatesPage() {
  return <Page title="Templates">{null}</Page>;
}
