import {
  Cloud,
  Database,
  Key,
  KeyRound,
  Lock,
  type LucideIcon,
  Mail,
  Server,
  ShieldCheck,
  User,
  Webhook,
} from 'lucide-react';

/** The icons that types of credentials name. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  cloud: Cloud,
  database: Database,
  key: Key,
  'key-round': KeyRound,
  lock: Lock,
  mail: Mail,
  server: Server,
  'shield-check': ShieldCheck,
  user: User,
  webhook: Webhook,
};

/** The chip of a type of credential. */
export function CredentialIcon({ icon }: { icon: string | undefined }) {
  const Icon = ICONS[icon ?? ''] ?? KeyRound;
  return (
    <span className="inline-flex size-7 shrink-0 items-center justify-center rounded-control bg-network-soft text-network">
      <Icon size={15} aria-hidden="true" />
    </span>
  );
}
