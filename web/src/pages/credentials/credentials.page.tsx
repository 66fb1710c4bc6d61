import { Page } from '../../ui/page.tsx';

export default function CredentialsPage() {
  return <Page title="Credentials">{null}</Page>;
}
