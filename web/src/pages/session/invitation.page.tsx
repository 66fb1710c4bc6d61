import { Page } from '../../ui/page.tsx';

export default function InvitationPage() {
  return <Page title="Invitation">{null}</Page>;
}
