import { Page } from '../../ui/page.tsx';

export default function ResetPasswordPage() {
  return <Page title="New password">{null}</Page>;
}
